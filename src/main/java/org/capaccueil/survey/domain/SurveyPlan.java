package org.capaccueil.survey.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.survey.Surveys;
import org.jspecify.annotations.Nullable;

/**
 * What a survey is to be.
 *
 * @param population how many people the sample is drawn from; null where none is drawn
 * @param asked where residents are asked
 * @param kinds what leads them there
 */
public record SurveyPlan(
        @Nullable UUID questionnaire,
        String title,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        Sampling sampling,
        @Nullable Integer population,
        Set<Place> asked,
        Set<WayKind> kinds) {

    static final int LONGEST_TITLE = 120;

    /** A channel of a point. */
    public record Place(UUID point, Channel channel) {}

    public SurveyPlan {
        title = title.strip();
        asked = Set.copyOf(asked);
        kinds = Set.copyOf(kinds);
    }

    /** Refuses what cannot be asked, at the field that is at fault. */
    void requireSound(LocalDate today) {
        if (questionnaire == null) {
            throw new BusinessRefusal("questionnaire", "Choisissez le questionnaire qui est posé.");
        }
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new BusinessRefusal("title", "Donnez un titre de " + LONGEST_TITLE + " caractères au plus.");
        }
        if (firstDay == null) {
            throw new BusinessRefusal("firstDay", "Donnez le premier jour de l'enquête.");
        }
        if (lastDay == null || lastDay.isBefore(firstDay) || lastDay.isBefore(today)) {
            throw new BusinessRefusal("lastDay", "Donnez un dernier jour qui n'est ni passé ni avant le premier.");
        }
        if (lastDay.isAfter(firstDay.plusDays(Surveys.LONGEST_DAYS))) {
            throw new BusinessRefusal("lastDay", "Une enquête dure un an au plus : rapprochez le dernier jour.");
        }
        if (sampling == Sampling.RANDOM && (population == null || population < 1)) {
            throw new BusinessRefusal(
                    "population", "Dites combien de personnes compte la base dans laquelle l'échantillon est tiré.");
        }
        sampling.requireReachedBy(kinds);
        if (asked.isEmpty()) {
            throw new BusinessRefusal("asked", "Cochez au moins un canal d'un point d'accueil.");
        }
        if (kinds.isEmpty()) {
            throw new BusinessRefusal("kinds", "Cochez au moins une façon d'arriver à l'enquête.");
        }
    }
}
