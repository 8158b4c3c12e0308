package org.capaccueil.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of evaluations and of campaigns in preparation when teams change in the middle of a campaign. The
 * reorganisation room asks the quality manager and tells this room, in one transaction.
 */
public interface TeamChanges {

    /**
     * Something that happened to a team while it was evaluated.
     *
     * @param what a sentence pages and reports print as it stands
     * @param reason empty where nobody was asked for one
     * @param related the other evaluation the sentence speaks of
     */
    record Change(
            EvaluationId evaluation,
            String teamName,
            LocalDate on,
            String what,
            String reason,
            String by,
            Instant at,
            @Nullable EvaluationId related) {}

    /** Oldest first. */
    List<Change> of(EvaluationId evaluation);

    /** Oldest first. */
    List<Change> of(CampaignId campaign);

    void note(
            Actor actor,
            EvaluationId evaluation,
            LocalDate on,
            String what,
            String reason,
            @Nullable EvaluationId related);

    /** Whether what this evaluation answers for the whole organisation has to be handed on before it may stop. */
    boolean mustHandOn(EvaluationView evaluation);

    /** The evaluations that can still answer for the organisation in place of this one. */
    List<EvaluationView> couldAnswerInstead(EvaluationView evaluation);

    /**
     * Stops an evaluation for good; what was entered stays readable.
     *
     * @param answersNext who answers for the organisation from now on, where this evaluation did
     */
    void stop(Actor actor, EvaluationId evaluation, String reason, @Nullable EvaluationId answersNext);

    /** The residents of a stopped evaluation's team are received by this one's from now on: it weighs for both. */
    void weighForBoth(Actor actor, EvaluationId stays, EvaluationId stopped);

    /** The names of the commune's campaigns in preparation that the team is in. */
    List<String> inPreparation(TeamId team);

    /** Takes the team out of campaigns in preparation; its successor, if any, takes its place. */
    void leavePreparation(Actor actor, TeamId team, @Nullable TeamId successor, String reason);

    /**
     * The evaluation is asked on the point's channels as well from now on; refused once the team has rated.
     *
     * @param because why, as a sentence that also stands where a figure cannot be given any more
     */
    void takeIn(Actor actor, EvaluationId evaluation, PointView point, String because);

    /** Refuses while a campaign is just opening this team's evaluation. */
    void requireNotOpening(TeamId team);
}
