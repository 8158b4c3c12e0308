package org.capaccueil.audit;

import java.util.List;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.PersonId;

/**
 * What ties people to an audited team beyond what this room can see for itself. Other rooms tell it here, so that the
 * audit needs to know nothing of them.
 */
public interface TeamTies {

    /**
     * Somebody who helped to make what is audited.
     *
     * @param words to be read after the person's name: « a proposé le plan d'action de l'équipe »
     */
    record Tie(PersonId person, String words) {}

    List<Tie> to(EvaluationView evaluation);
}
