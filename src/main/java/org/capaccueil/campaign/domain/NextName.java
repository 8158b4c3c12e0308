package org.capaccueil.campaign.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capaccueil.campaign.CampaignView;

/** Names the next cycle: « Accueil 2026 » becomes « Accueil 2027 », a name without its year gets the new one. */
final class NextName {

    private NextName() {}

    static String after(CampaignView campaign) {
        String year = Integer.toString(campaign.periodStart().getYear());
        String nextYear = Integer.toString(
                campaign.periodStart().plusMonths(campaign.recurrenceMonths()).getYear());
        Matcher found = Pattern.compile("\\b" + year + "\\b").matcher(campaign.name());
        String stem = campaign.name();
        return found.find() ? found.replaceFirst(nextYear) : stem + " – cycle " + nextYear;
    }
}
