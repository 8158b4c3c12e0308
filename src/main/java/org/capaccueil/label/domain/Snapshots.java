package org.capaccueil.label.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.label.domain.LabelVerdict.Kind;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the scores a label report was printed from, exact (« 1799/24 »), with every rule of the label test. One per
 * evaluation, taken in the transaction that stores the report; the ratings behind it are frozen by then.
 */
@Component
public class Snapshots {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Snapshots(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(List<KeptTheme> themes, List<KeptRule> rules) {}

    private record KeptTheme(
            String code, int weight, @Nullable String self, @Nullable String audit, List<KeptCriterion> criteria) {}

    private record KeptCriterion(String code, int weight, @Nullable String self, @Nullable String audit) {}

    private record KeptRule(
            String level,
            @Nullable Kind kind,
            String title,
            String required,
            String found,
            boolean passed,
            List<String> reasons) {

        Rule rule() {
            return new Rule(
                    Arrays.stream(LabelLevel.values())
                            .filter(one -> one.title().equals(level))
                            .findFirst()
                            .orElse(null),
                    kind == null ? Kind.titled(title) : kind,
                    required,
                    found,
                    reasons);
        }
    }

    /** What a label report says of the test, and when it was printed. */
    record Printed(Instant at, @Nullable LabelLevel level, List<Rule> rules) {

        LabelVerdict verdict(LabelRules standard) {
            return new LabelVerdict(level, rules, LabelTest.next(standard, level, rules));
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(TeamResult result, UUID report) {
        LabelVerdict verdict = result.verdict();
        jdbc.sql(
                        """
                insert into label_snapshot (evaluation_id, standard_version_id, taken_at, level, self_total, audit_total,
                                            scores, report_id)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(result.id().value())
                .param(result.evaluation().standard().value())
                .param(Timestamp.from(clock.instant()))
                .param(
                        verdict == null || verdict.level() == null
                                ? null
                                : verdict.level().name())
                .param(fraction(result.selfTotal()))
                .param(fraction(result.auditTotal()))
                .param(text(new Kept(themes(result), verdict == null ? List.of() : rules(verdict))))
                .param(report)
                .update();
    }

    /** The level each snapshot holds, empty for none; an evaluation without a snapshot is absent. */
    @Transactional(readOnly = true)
    Map<EvaluationId, Optional<LabelLevel>> levels(Collection<EvaluationId> evaluations) {
        if (evaluations.isEmpty()) {
            return Map.of();
        }
        Map<EvaluationId, Optional<LabelLevel>> levels = new HashMap<>();
        jdbc.sql("select evaluation_id, level from label_snapshot where evaluation_id in (:ids)")
                .param("ids", evaluations.stream().map(EvaluationId::value).toList())
                .query(row -> {
                    levels.put(
                            new EvaluationId(row.getObject("evaluation_id", UUID.class)),
                            Optional.ofNullable(row.getString("level")).map(LabelLevel::valueOf));
                });
        return levels;
    }

    /** What the printed reports say; an evaluation without one is absent. */
    @Transactional(readOnly = true)
    Map<EvaluationId, Printed> printed(Collection<EvaluationId> evaluations) {
        if (evaluations.isEmpty()) {
            return Map.of();
        }
        Map<EvaluationId, Printed> printed = new HashMap<>();
        jdbc.sql("select evaluation_id, taken_at, level, scores from label_snapshot where evaluation_id in (:ids)")
                .param("ids", evaluations.stream().map(EvaluationId::value).toList())
                .query(row -> {
                    printed.put(
                            new EvaluationId(row.getObject("evaluation_id", UUID.class)),
                            new Printed(
                                    row.getTimestamp("taken_at").toInstant(),
                                    Optional.ofNullable(row.getString("level"))
                                            .map(LabelLevel::valueOf)
                                            .orElse(null),
                                    kept(row.getString("scores")).rules().stream()
                                            .map(KeptRule::rule)
                                            .toList()));
                });
        return printed;
    }

    /** The report printed with the snapshot, if there is one. */
    @Transactional(readOnly = true)
    public Optional<UUID> report(EvaluationId evaluation) {
        return jdbc.sql("select report_id from label_snapshot where evaluation_id = ?")
                .param(evaluation.value())
                .query(UUID.class)
                .optional();
    }

    private static List<KeptTheme> themes(TeamResult result) {
        return result.self().themes().stream()
                .map(theme -> {
                    Optional<ScoreSheet.ThemeScore> audited = Optional.ofNullable(result.audit())
                            .flatMap(sheet -> sheet.theme(theme.theme().code()));
                    return new KeptTheme(
                            theme.theme().code(),
                            theme.theme().weight(),
                            fraction(theme.score()),
                            audited.map(found -> fraction(found.score())).orElse(null),
                            theme.criteria().stream()
                                    .map(one -> new KeptCriterion(
                                            one.criterion().code(),
                                            one.criterion().weight(),
                                            fraction(one.score()),
                                            audited.flatMap(found -> found.criterion(
                                                            one.criterion().code()))
                                                    .map(found -> fraction(found.score()))
                                                    .orElse(null)))
                                    .toList());
                })
                .toList();
    }

    private static List<KeptRule> rules(LabelVerdict verdict) {
        return verdict.rules().stream()
                .map(rule -> new KeptRule(
                        rule.levelTitle(),
                        rule.kind(),
                        rule.title(),
                        rule.required(),
                        rule.found(),
                        rule.passed(),
                        rule.reasons()))
                .toList();
    }

    private static @Nullable String fraction(@Nullable Score score) {
        return score == null ? null : score.fractionText();
    }

    private Kept kept(String text) {
        try {
            return json.readValue(text, Kept.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a snapshot cannot be read", impossible);
        }
    }

    private String text(Kept kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a snapshot could not be written", impossible);
        }
    }
}
