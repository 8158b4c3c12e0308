package org.capaccueil.survey.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TypedNumber;
import org.capaccueil.survey.domain.Sampling;
import org.capaccueil.survey.domain.SurveyPlan;
import org.capaccueil.survey.domain.SurveyPlan.Place;
import org.capaccueil.survey.domain.SurveyReading.Sheet;
import org.capaccueil.survey.domain.WayKind;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to prepare a survey.
 *
 * @param asked channels of points, « point|CHANNEL »
 */
record SurveyForm(
        @Nullable UUID questionnaire,
        @Nullable String title,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Sampling sampling,
        @Nullable String population,
        @Nullable Set<String> asked,
        @Nullable Set<WayKind> kinds) {

    private static final String BETWEEN = "\\|";

    static SurveyForm of(Sheet sheet) {
        return new SurveyForm(
                sheet.survey().questionnaire(),
                sheet.survey().title(),
                sheet.survey().firstDay(),
                sheet.survey().lastDay(),
                sheet.survey().sampling(),
                Objects.toString(sheet.survey().population(), ""),
                sheet.ways().stream()
                        .map(way -> way.point() + "|" + way.channel().name())
                        .collect(Collectors.toSet()),
                sheet.ways().stream().map(way -> way.kind()).collect(Collectors.toSet()));
    }

    SurveyPlan plan() {
        return new SurveyPlan(
                questionnaire,
                title == null ? "" : title,
                firstDay,
                lastDay,
                sampling == null ? Sampling.OPEN : sampling,
                TypedNumber.whole("population", population),
                asked == null
                        ? Set.of()
                        : asked.stream()
                                .filter(Objects::nonNull)
                                .map(SurveyForm::place)
                                .collect(Collectors.toSet()),
                kinds == null
                        ? Set.of()
                        : kinds.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static Place place(String typed) {
        String[] both = typed.split(BETWEEN);
        try {
            return new Place(UUID.fromString(both[0]), Channel.valueOf(both[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException madeUp) {
            throw new BusinessRefusal("asked", "Choisissez de nouveau les points et les canaux : la liste a changé.");
        }
    }
}
