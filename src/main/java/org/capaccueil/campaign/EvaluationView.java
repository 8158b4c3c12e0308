package org.capaccueil.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.TeamScope;
import org.jspecify.annotations.Nullable;

/**
 * One team's evaluation as other rooms see it.
 *
 * @param teamName the team's name as it was when the evaluation opened
 * @param channels the channels the team held when the evaluation opened; they stay the scope to the end
 * @param answersForOrganisation whether this team answers, for all, what is rated once for the whole organisation
 * @param yearlyContacts contacts a year of the team when the evaluation opened: what it weighs in the commune's score
 */
public record EvaluationView(
        EvaluationId id,
        CampaignId campaign,
        String campaignName,
        TeamId team,
        String teamName,
        CommuneId commune,
        StandardVersionId standard,
        Set<Channel> channels,
        boolean answersForOrganisation,
        int yearlyContacts,
        Phase phase,
        EvaluationStatus status,
        Deadlines deadlines,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** What the team is asked: its channels, and what is rated once for the organisation. */
    public TeamScope scope() {
        return new TeamScope(channels, answersForOrganisation);
    }

    public boolean isOpen() {
        return status == EvaluationStatus.OPEN;
    }

    /** The last day of the current phase. */
    public LocalDate due() {
        return deadlines.of(phase);
    }

    /** The five phases as the stepper shows them; a closed evaluation has them all behind it. */
    public List<PhaseStep> route(LocalDate today) {
        return Arrays.stream(Phase.values())
                .map(each -> new PhaseStep(each.title(), stateOf(each, today), deadlines.of(each), null))
                .toList();
    }

    private PhaseStep.State stateOf(Phase each, LocalDate today) {
        int order = each.compareTo(phase);
        if (order < 0 || status == EvaluationStatus.CLOSED) {
            return PhaseStep.State.DONE;
        }
        if (order > 0 || status == EvaluationStatus.CANCELLED) {
            return PhaseStep.State.AHEAD;
        }
        return deadlines.of(each).isBefore(today) ? PhaseStep.State.LATE : PhaseStep.State.CURRENT;
    }
}
