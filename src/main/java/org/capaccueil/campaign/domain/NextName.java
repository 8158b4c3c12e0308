package org.capaccueil.campaign.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capaccueil.campaign.CampaignView;

/**
 * Names the next cycle: « Accueil 2026 » becomes « Accueil 2027 », a name without its year gets the new one, and a second
 * cycle in one year is numbered.
 */
final class NextName {

    private static final Pattern NUMBERED = Pattern.compile("^(.*) – (\\d{1,3})$");

    private NextName() {}

    static String after(CampaignView campaign) {
        String name = campaign.name();
        String year = Integer.toString(campaign.periodStart().getYear());
        String nextYear = Integer.toString(
                campaign.periodStart().plusMonths(campaign.recurrenceMonths()).getYear());
        if (year.equals(nextYear)) {
            Matcher numbered = NUMBERED.matcher(name);
            return numbered.matches()
                    ? with(numbered.group(1), " – " + (Integer.parseInt(numbered.group(2)) + 1))
                    : with(name, " – 2");
        }
        Matcher found = Pattern.compile("\\b" + year + "\\b").matcher(name);
        return found.find() ? found.replaceFirst(nextYear) : with(name, " – cycle " + nextYear);
    }

    /** A stem too long for its ending gives way: a name the plan refuses would stop the process. */
    private static String with(String stem, String ending) {
        int most = CampaignPlan.MAX_NAME - ending.length();
        return (stem.length() > most ? stem.substring(0, most) : stem) + ending;
    }
}
