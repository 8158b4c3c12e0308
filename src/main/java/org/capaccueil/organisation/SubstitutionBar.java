package org.capaccueil.organisation;

import java.util.Optional;
import org.capaccueil.shared.PersonId;

/**
 * What another room knows that speaks against somebody acting in an absent person's right. The audit room implements it,
 * so that this room needs to know nothing of audits.
 */
public interface SubstitutionBar {

    /** The reason as the end of a sentence about the substitute: « audite en ce moment l'équipe … »; empty when none. */
    Optional<String> against(PersonId substitute, PersonView absent);
}
