package org.capaccueil.label.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.label.domain.Score;
import org.capaccueil.label.domain.ScoreSheet;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.report.LabelReport.PlaceRating;
import org.capaccueil.label.report.LabelReport.Rating;
import org.capaccueil.label.report.LabelReport.Total;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.jspecify.annotations.Nullable;

/**
 * The report's section of scores: the team's and the auditor's side by side. They come in cut to one decimal, as the pages
 * show them: the design would round 74.96 up to the 75 it does not reach.
 */
final class ScoreSection {

    private ScoreSection() {}

    static Total total(TeamResult result) {
        return new Total(shown(result.selfTotal()), shown(result.auditTotal()));
    }

    static List<LabelReport.Theme> themes(
            TeamResult result,
            List<SelfAssessments.Rating> ofTeam,
            List<Audits.Rating> ofAuditor,
            List<SelfAssessments.Evidence> given) {
        Map<String, List<SelfAssessments.Rating>> own =
                ofTeam.stream().collect(Collectors.groupingBy(SelfAssessments.Rating::criterion));
        Map<String, List<Audits.Rating>> theirs =
                ofAuditor.stream().collect(Collectors.groupingBy(Audits.Rating::criterion));
        Map<String, List<String>> evidence = given.stream()
                .collect(Collectors.groupingBy(
                        SelfAssessments.Evidence::criterion,
                        Collectors.mapping(SelfAssessments.Evidence::title, Collectors.toList())));
        return result.self().themes().stream()
                .map(theme -> new LabelReport.Theme(
                        theme.theme().code(),
                        theme.theme().titleFr(),
                        BigDecimal.valueOf(theme.theme().weight()),
                        shown(theme.score()),
                        shown(audited(result, theme.theme().code())
                                .map(ThemeScore::score)
                                .orElse(null)),
                        theme.criteria().stream()
                                .map(one -> criterion(
                                        result,
                                        one,
                                        comments(
                                                own.getOrDefault(one.criterion().code(), List.of()).stream()
                                                        .map(rating -> new Comment(rating.place(), rating.comment()))
                                                        .toList()),
                                        comments(theirs
                                                .getOrDefault(one.criterion().code(), List.of())
                                                .stream()
                                                .map(rating -> new Comment(rating.place(), rating.comment()))
                                                .toList()),
                                        evidence.getOrDefault(one.criterion().code(), List.of())))
                                .toList()))
                .toList();
    }

    private static Optional<ThemeScore> audited(TeamResult result, String theme) {
        ScoreSheet audit = result.audit();
        return audit == null ? Optional.empty() : audit.theme(theme);
    }

    private static LabelReport.Criterion criterion(
            TeamResult result,
            CriterionScore self,
            @Nullable String selfComment,
            @Nullable String auditComment,
            List<String> evidence) {
        Criterion criterion = self.criterion();
        Map<Place, PlaceScore> audit = Optional.ofNullable(result.audit()).stream()
                .flatMap(ScoreSheet::criteria)
                .filter(one -> one.criterion().code().equals(criterion.code()))
                .flatMap(one -> one.places().stream())
                .collect(Collectors.toMap(PlaceScore::place, Function.identity()));
        Scale scale = self.question().scale();
        return new LabelReport.Criterion(
                criterion.code(),
                criterion.titleFr(),
                criterion.mandatory(),
                criterion.scope() == Criterion.Scope.ORGANISATION,
                self.places().stream()
                        .map(place -> new PlaceRating(
                                place.place(),
                                rating(place.grade(), scale),
                                rating(
                                        Optional.ofNullable(audit.get(place.place()))
                                                .map(PlaceScore::grade)
                                                .orElse(null),
                                        scale)))
                        .toList(),
                selfComment,
                auditComment,
                evidence);
    }

    private static Rating rating(@Nullable Grade grade, Scale scale) {
        if (grade == null) {
            return Rating.notRated();
        }
        Integer value = grade.value();
        if (value == null) {
            return Rating.notApplicable(Objects.requireNonNull(grade.reason()));
        }
        return Rating.rated(value, scale);
    }

    private record Comment(Place place, @Nullable String text) {}

    private static @Nullable String comments(List<Comment> comments) {
        List<Comment> written = comments.stream()
                .filter(comment -> comment.text() != null && !comment.text().isBlank())
                .toList();
        if (written.isEmpty()) {
            return null;
        }
        return written.stream()
                .map(comment -> comment.place().title() + " : " + comment.text())
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable BigDecimal shown(@Nullable Score score) {
        return score == null ? null : score.shown();
    }
}
