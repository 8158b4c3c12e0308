package org.capaccueil.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.SurveyId;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as other rooms see it.
 *
 * @param closingDate the day the campaign stops waiting for its teams
 * @param recurrenceMonths months between two cycles, 0 for none
 * @param surveyUntil the last day of the survey of residents the launch opens; null for none
 * @param survey that survey, once it is open
 * @param organisationTeam the team that answers what is rated once for the organisation; null until it is named
 */
public record CampaignView(
        CampaignId id,
        CommuneId commune,
        String name,
        LocalDate periodStart,
        LocalDate periodEnd,
        StandardVersionId standard,
        Deadlines deadlines,
        LocalDate closingDate,
        int recurrenceMonths,
        @Nullable LocalDate surveyUntil,
        @Nullable SurveyId survey,
        Set<TeamId> teams,
        @Nullable TeamId organisationTeam,
        CampaignStatus status,
        PersonId createdBy,
        @Nullable Instant launchedAt,
        long version) {

    /** The day the draft of the next cycle is prepared: as long after the launch as a cycle takes. */
    public LocalDate nextCycleOn(LocalDate launched) {
        return launched.plusMonths(recurrenceMonths);
    }
}
