package org.capaccueil.label.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capaccueil.label.domain.Score;
import org.capaccueil.label.domain.ScoreSheet;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Scale;
import org.jspecify.annotations.Nullable;

/** The team's score and the auditor's side by side, with the difference of the two figures as they are shown. */
record ScoreLine(@Nullable Score self, @Nullable Score audit) {

    /** Audit minus self, « +4,2 » or « −4,2 ». */
    public @Nullable String gap() {
        if (self == null || audit == null) {
            return null;
        }
        BigDecimal gap = audit.shown().subtract(self.shown()).stripTrailingZeros();
        String size = gap.abs().toPlainString().replace('.', ',');
        return (gap.signum() < 0 ? "−" : gap.signum() > 0 ? "+" : "") + size;
    }

    /** A theme, opened down to its criteria. */
    record ThemeLine(
            String code,
            String title,
            int weight,
            ScoreLine scores,
            String selfArithmetic,
            String auditArithmetic,
            List<CriterionLine> criteria) {}

    /** A criterion, opened down to its ratings. */
    record CriterionLine(
            String code,
            String title,
            int weight,
            boolean mandatory,
            ScoreLine scores,
            String selfArithmetic,
            String auditArithmetic,
            List<PlaceLine> places) {}

    /** One rating of each: « 3 · Conforme = 75 », « Sans objet » or « Non coté ». */
    record PlaceLine(String place, String self, String audit) {}

    static List<ThemeLine> themes(TeamResult result) {
        return result.self().themes().stream()
                .map(theme -> {
                    Optional<ThemeScore> audit = audit(result)
                            .flatMap(sheet -> sheet.theme(theme.theme().code()));
                    return new ThemeLine(
                            theme.theme().code(),
                            theme.theme().titleFr(),
                            theme.theme().weight(),
                            new ScoreLine(
                                    theme.score(), audit.map(ThemeScore::score).orElse(null)),
                            theme.arithmetic(),
                            audit.map(ThemeScore::arithmetic).orElse(""),
                            theme.criteria().stream()
                                    .map(one -> criterion(
                                            one,
                                            audit.flatMap(found -> found.criterion(
                                                    one.criterion().code()))))
                                    .toList());
                })
                .toList();
    }

    private static Optional<ScoreSheet> audit(TeamResult result) {
        return Optional.ofNullable(result.audit());
    }

    private static CriterionLine criterion(CriterionScore self, Optional<CriterionScore> audit) {
        Scale scale = self.question().scale();
        return new CriterionLine(
                self.criterion().code(),
                self.criterion().titleFr(),
                self.criterion().weight(),
                self.criterion().mandatory(),
                new ScoreLine(self.score(), audit.map(CriterionScore::score).orElse(null)),
                self.arithmetic(),
                audit.map(CriterionScore::arithmetic).orElse(""),
                self.places().stream()
                        .map(place -> new PlaceLine(
                                place.place().title(),
                                rating(place, scale),
                                audit.flatMap(found -> found.at(place.place()))
                                        .map(found -> rating(found, scale))
                                        .orElse("–")))
                        .toList());
    }

    /** With what it is worth where that is another figure: « 3 · Conforme = 75 ». */
    private static String rating(PlaceScore place, Scale scale) {
        Grade grade = place.grade();
        if (grade == null) {
            return "Non coté";
        }
        if (grade.isNotApplicable()) {
            return "Sans objet : " + grade.reason();
        }
        return grade.title(scale)
                + (scale.isPanel()
                        ? ""
                        : " = " + Objects.requireNonNull(place.points()).text());
    }
}
