package org.capaccueil.label.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capaccueil.label.domain.Enough;
import org.capaccueil.label.domain.LabelVerdict;
import org.capaccueil.label.domain.Score;
import org.capaccueil.label.domain.ScoreSheet;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.ThemeScore;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.LabelLevel;
import org.jspecify.annotations.Nullable;

/**
 * The label test for other programs. Scores are texts, since a number in JSON is a binary one to many readers: the exact
 * fraction and the decimal cut after nine places.
 *
 * @param printedOn the day of the label report this verdict stands in; null as long as it is today's
 * @param notChecked what the standard asks for and the test leaves out, in a sentence
 * @param judged false until the auditor's final report is out; there are no rules before
 * @param scores by the auditor's ratings; null until the team has received them
 */
record LabelAnswer(
        String evaluation,
        String team,
        String campaign,
        String standard,
        String standardVersion,
        boolean judged,
        @Nullable LocalDate printedOn,
        @Nullable LabelLevel level,
        List<Rule> rules,
        @Nullable String notChecked,
        @Nullable Next next,
        @Nullable Sheet scores) {

    private static final int DECIMALS = 9;

    /** A rule; without a level it counts for every one. */
    record Rule(
            @Nullable LabelLevel level,
            String title,
            String required,
            String found,
            boolean passed,
            List<String> reasons) {}

    record Next(LabelLevel level, List<String> missing, Sufficient sufficient) {}

    /** See {@link Enough}. */
    record Sufficient(boolean reachable, List<Change> ratings, List<String> besides, boolean assumesGaps) {}

    /** A rating to be raised; from nothing or from « sans objet » when it has no value. */
    record Change(
            String criterion,
            String title,
            String place,
            String where,
            @Nullable Integer from,
            String fromText,
            int to,
            String toText) {}

    record Sheet(@Nullable Exact total, String arithmetic, List<ThemeLine> themes) {}

    record ThemeLine(
            String code,
            String title,
            int weight,
            @Nullable Exact score,
            String arithmetic,
            List<CriterionLine> criteria) {}

    record CriterionLine(
            String code,
            String title,
            int weight,
            boolean mandatory,
            @Nullable Exact score,
            String arithmetic,
            List<PlaceLine> ratings) {}

    /** One rating: its value, or the reason why it is without object, or neither when it is not rated. */
    record PlaceLine(String place, @Nullable Integer value, @Nullable String notApplicable, @Nullable Exact points) {}

    record Exact(String fraction, String decimal) {

        static @Nullable Exact of(@Nullable Score score) {
            return score == null
                    ? null
                    : new Exact(
                            score.fractionText(),
                            score.cut(DECIMALS).stripTrailingZeros().toPlainString());
        }
    }

    static LabelAnswer of(TeamResult result) {
        LabelVerdict verdict = result.verdict();
        return new LabelAnswer(
                result.id().toString(),
                result.evaluation().teamName(),
                result.evaluation().campaignName(),
                result.standard().code(),
                result.standard().version(),
                verdict != null,
                Optional.ofNullable(result.printedAt()).map(PublicTime::dayOf).orElse(null),
                verdict == null ? null : verdict.level(),
                verdict == null
                        ? List.of()
                        : verdict.rules().stream()
                                .map(rule -> new Rule(
                                        rule.level(),
                                        rule.title(),
                                        rule.required(),
                                        rule.found(),
                                        rule.passed(),
                                        rule.reasons()))
                                .toList(),
                result.notChecked().orElse(null),
                result.enough()
                        .map(enough -> next(Objects.requireNonNull(verdict).next(), enough))
                        .orElse(null),
                Optional.ofNullable(result.audit()).map(LabelAnswer::sheet).orElse(null));
    }

    private static Next next(LabelVerdict.@Nullable Next next, Enough enough) {
        return new Next(
                enough.level(),
                Objects.requireNonNull(next).missing(),
                new Sufficient(
                        enough.reachable(),
                        enough.changes().stream().map(LabelAnswer::change).toList(),
                        enough.besides(),
                        enough.assumesGaps()));
    }

    private static Change change(Enough.Change change) {
        return new Change(
                change.question().criterion().code(),
                change.question().criterion().titleFr(),
                change.place().code(),
                change.where(),
                Optional.ofNullable(change.from()).map(Grade::value).orElse(null),
                change.fromText(),
                change.to(),
                change.toText());
    }

    private static Sheet sheet(ScoreSheet audit) {
        return new Sheet(
                Exact.of(audit.total()),
                audit.arithmetic(),
                audit.themes().stream().map(LabelAnswer::theme).toList());
    }

    private static ThemeLine theme(ThemeScore theme) {
        return new ThemeLine(
                theme.theme().code(),
                theme.theme().titleFr(),
                theme.theme().weight(),
                Exact.of(theme.score()),
                theme.arithmetic(),
                theme.criteria().stream().map(LabelAnswer::criterion).toList());
    }

    private static CriterionLine criterion(CriterionScore criterion) {
        return new CriterionLine(
                criterion.criterion().code(),
                criterion.criterion().titleFr(),
                criterion.criterion().weight(),
                criterion.criterion().mandatory(),
                Exact.of(criterion.score()),
                criterion.arithmetic(),
                criterion.places().stream()
                        .map(place -> new PlaceLine(
                                place.place().code(),
                                Optional.ofNullable(place.grade())
                                        .map(Grade::value)
                                        .orElse(null),
                                Optional.ofNullable(place.grade())
                                        .map(Grade::reason)
                                        .orElse(null),
                                Exact.of(place.points())))
                        .toList());
    }
}
