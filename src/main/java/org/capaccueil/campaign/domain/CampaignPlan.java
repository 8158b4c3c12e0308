package org.capaccueil.campaign.domain;

import java.time.LocalDate;
import java.util.Set;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.Surveys;
import org.jspecify.annotations.Nullable;

/**
 * What a quality manager decides before launching.
 *
 * @param name at most 120 characters
 * @param recurrenceMonths 0 for none, 12 for yearly, up to 60
 * @param surveyUntil the last day of the survey of residents the launch opens; null for none
 */
public record CampaignPlan(
        String name,
        LocalDate periodStart,
        LocalDate periodEnd,
        StandardVersionId standard,
        Set<TeamId> teams,
        Deadlines deadlines,
        LocalDate closingDate,
        int recurrenceMonths,
        @Nullable LocalDate surveyUntil) {

    static final int MAX_NAME = 120;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    void requireConsistent() {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new BusinessRefusal("name", "Donnez à la campagne un nom de 1 à 120 caractères.");
        }
        requireSensible("periodStart", periodStart);
        requireSensible("periodEnd", periodEnd);
        for (Phase phase : Phase.values()) {
            requireSensible(Deadlines.fieldOf(phase), deadlines.of(phase));
        }
        requireSensible("closingDate", closingDate);
        if (periodEnd.isBefore(periodStart)) {
            throw new BusinessRefusal(
                    "periodEnd", "La fin de la période est avant son début. Choisissez une date postérieure.");
        }
        deadlines.requireInOrder();
        if (closingDate.isBefore(deadlines.of(Phase.FOLLOW_UP))) {
            throw new BusinessRefusal(
                    "closingDate",
                    "La clôture de la campagne est avant l'échéance du suivi. Choisissez une date égale ou postérieure.");
        }
        if (recurrenceMonths < 0 || recurrenceMonths > 60) {
            throw new BusinessRefusal("recurrenceMonths", "La récurrence va de 1 à 60 mois, ou 0 pour aucune.");
        }
        if (surveyUntil != null) {
            requireSensible("surveyUntil", surveyUntil);
            if (surveyUntil.isAfter(closingDate)) {
                throw new BusinessRefusal(
                        "surveyUntil",
                        "L'enquête finirait après la clôture de la campagne. Choisissez une date antérieure : ce qui est "
                                + "répondu avant la fin de la collecte éclaire l'autoévaluation.");
            }
        }
    }

    /** The launch opens the survey, and comes at the latest when the figures are due. */
    void requireSurveyAsLongAsItMayLast() {
        if (surveyUntil != null) {
            requireSurveyNotTooLong(surveyUntil, deadlines.collection());
        }
    }

    /** A survey begins on the day of the launch. */
    static void requireSurveyNotTooLong(LocalDate until, LocalDate launch) {
        if (until.isAfter(launch.plusDays(Surveys.LONGEST_DAYS))) {
            throw new BusinessRefusal(
                    "surveyUntil",
                    "L'enquête auprès des usagers commence au lancement et dure un an au plus. Choisissez un dernier jour "
                            + "plus proche.");
        }
    }

    /** A year typed wrong would make timers wait for centuries. */
    static void requireSensible(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new BusinessRefusal(
                    field, "Vérifiez l'année : elle doit être comprise entre " + FIRST_YEAR + " et " + LAST_YEAR + ".");
        }
    }
}
