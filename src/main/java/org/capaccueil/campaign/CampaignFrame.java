package org.capaccueil.campaign;

import java.time.LocalDate;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation has to know of its campaign. Its teams are deliberately absent: reading them makes each step of one
 * team cost more the larger the campaign is.
 *
 * @param surveyUntil the last day of the survey its launch has opened; null where it opened none
 * @param closingDate the day the campaign stops waiting for its teams
 */
public record CampaignFrame(
        CampaignId id,
        CommuneId commune,
        String name,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate closingDate,
        CampaignStatus status,
        @Nullable LocalDate surveyUntil) {}
