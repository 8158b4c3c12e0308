package org.capaccueil.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PersonId;

/**
 * Who stands in for whom. A person names their own substitute; a quality manager does it, with a reason, for somebody of
 * the commune who is away already. Every change leaves a line in the trail.
 */
public interface Absences {

    UUID name(Actor actor, PersonId absent, SubstitutionPlan plan);

    /** A substitution that has begun only gets another last day or reason. */
    void change(Actor actor, UUID substitution, long version, SubstitutionPlan plan);

    /** Ends it at once, or takes it back before it begins. */
    void end(Actor actor, UUID substitution);

    /** One that the actor may change: their own, or for a quality manager one of the commune. */
    SubstitutionView toChange(Actor actor, UUID substitution);

    /** The person's absences, the latest first; only for themselves and the quality managers of the commune. */
    List<SubstitutionView> of(Actor actor, PersonId absent);

    /** For whom this person stands in, now and later. */
    List<SubstitutionView> heldBy(PersonId substitute);

    /** The same for several people. */
    List<SubstitutionView> heldBy(Collection<PersonId> substitutes);

    /** Why this person's rights cannot be lent, in a sentence; empty when they can. */
    Optional<String> unlendable(PersonId person);

    /** The substitutes of those of these people who are absent today. */
    Map<PersonId, PersonView> substitutesToday(Collection<PersonId> people);
}
