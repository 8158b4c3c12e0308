package org.capaccueil.improvement;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.TeamId;

/** Lets a lead bring an action from elsewhere into a plan the team is still proposing. */
public interface OpenPlans {

    /** The evaluation whose plan the team proposes now and this person may write in. */
    Optional<EvaluationId> proposedBy(Actor actor, TeamId team);

    /** The criteria an action of that plan may improve, by code, with their titles. */
    Map<String, String> criteria(Actor actor, EvaluationId evaluation);

    /** Adds an action to the proposal; its lead completes it there. */
    UUID propose(Actor actor, EvaluationId evaluation, String criterion, String title, String expectedEffect);
}
