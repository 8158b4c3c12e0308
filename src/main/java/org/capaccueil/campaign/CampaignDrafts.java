package org.capaccueil.campaign;

import java.time.LocalDate;
import java.util.Set;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/** Prepares campaigns for a quality manager; launching one stays a decision made on its page. */
public interface CampaignDrafts {

    CampaignId prepare(
            Actor actor,
            String name,
            LocalDate periodStart,
            LocalDate periodEnd,
            StandardVersionId standard,
            Set<TeamId> teams,
            Deadlines deadlines,
            LocalDate closingDate,
            int recurrenceMonths,
            @Nullable LocalDate surveyUntil);
}
