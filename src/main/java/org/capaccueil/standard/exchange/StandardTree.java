package org.capaccueil.standard.exchange;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Applicability;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Survey;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/** A standard as plain values in the published form, field for field; what is empty is left out. */
final class StandardTree {

    private StandardTree() {}

    static Map<String, Object> of(Standard standard) {
        Tree tree = new Tree()
                .put("code", standard.code())
                .put("version", standard.version())
                .put("kind", standard.kind().code())
                .put("title_fr", standard.titleFr())
                .put("title_en", standard.titleEn())
                .put("source", standard.source())
                .put("disclaimer", standard.disclaimer());
        Standard.Origin origin = standard.origin();
        if (origin != null) {
            tree.put("origin", new Tree().put("code", origin.code()).put("version", origin.version()).all);
        }
        tree.put("scales", standard.scales().stream().map(StandardTree::scale).toList())
                .put(
                        "themes",
                        standard.themes().stream().map(StandardTree::theme).toList())
                .put("label_rules", rules(standard.labelRules()))
                .put(
                        "indicators",
                        standard.indicators().stream()
                                .map(StandardTree::indicator)
                                .toList());
        Survey survey = standard.survey();
        if (survey != null) {
            tree.put("survey", survey(survey));
        }
        return tree.all;
    }

    /** Keeps the order and leaves out what says nothing. */
    private static final class Tree {

        private final Map<String, Object> all = new LinkedHashMap<>();

        Tree put(String name, @Nullable Object value) {
            if (value != null && !(value instanceof Collection<?> list && list.isEmpty())) {
                all.put(name, value);
            }
            return this;
        }
    }

    private static Map<String, Object> scale(Scale scale) {
        return new Tree()
                .put("code", scale.code())
                .put("kind", scale.kind().code())
                .put("conform_at", scale.conformAt())
                .put("allows_not_applicable", scale.allowsNotApplicable())
                .put("facets", scale.facets().stream().map(Place::code).toList())
                .put(
                        "levels",
                        scale.levels().stream()
                                .map(level -> new Tree()
                                        .put("value", level.value())
                                        .put("points", level.points())
                                        .put("fr", level.fr())
                                        .all)
                                .toList())
                .all;
    }

    private static Map<String, Object> theme(Theme theme) {
        return new Tree()
                .put("code", theme.code())
                .put("title_fr", theme.titleFr())
                .put("title_en", theme.titleEn())
                .put("group", theme.group())
                .put("scale", theme.scale())
                .put("weight", theme.weight())
                .put(
                        "criteria",
                        theme.criteria().stream().map(StandardTree::criterion).toList())
                .all;
    }

    private static Map<String, Object> criterion(Criterion criterion) {
        Tree tree = new Tree()
                .put("code", criterion.code())
                .put("title_fr", criterion.titleFr())
                .put("title_en", criterion.titleEn())
                .put("channels", channels(criterion.channels()))
                .put("weight", criterion.weight())
                .put("mandatory", criterion.mandatory())
                .put("not_applicable", criterion.notApplicableAllowed());
        Applicability applies = criterion.appliesTo();
        if (!applies.isEveryTeam()) {
            tree.put(
                    "applies_if",
                    new Tree()
                            .put("all_of", channels(applies.allOf()))
                            .put("any_of", channels(applies.anyOf()))
                            .put("at_least", applies.atLeast() == 0 ? null : applies.atLeast())
                            .all);
        }
        if (!criterion.levelMinimums().isEmpty()) {
            Tree minimums = new Tree();
            criterion.levelMinimums().forEach((level, points) -> minimums.put(level.code(), points));
            tree.put("level_minimums", minimums.all);
        }
        return tree.put("evidence_fr", criterion.evidenceFr())
                .put("methods", criterion.methods().stream().map(Enum::name).toList())
                .put("measured_by", criterion.measuredBy())
                .put("scope", criterion.scope().code())
                .put("legal_basis", criterion.legalBasis())
                .put("note", criterion.note())
                .all;
    }

    private static Map<String, Object> rules(LabelRules rules) {
        return new Tree()
                .put(
                        "levels",
                        rules.levels().stream()
                                .map(level -> new Tree()
                                        .put("code", level.level().code())
                                        .put("overall_min", level.overallMin())
                                        .put("theme_min", level.themeMin())
                                        .all)
                                .toList())
                .put("mandatory_min", rules.mandatoryMin())
                .put("max_open_major", rules.maxOpenMajor())
                .put("minor_to_major_count", rules.minorToMajorCount())
                .put("minor_not_closed_next_audit", rules.carriedOverMinorIsMajor() ? "major" : "minor")
                .put("max_na_weight_share_per_theme", rules.maxNaWeightSharePerTheme())
                .put("indicator_coverage_min", rules.indicatorCoverageMin())
                .put("validity_months", rules.validity().months())
                .put(
                        "surveillance_window_months",
                        List.of(
                                rules.validity().surveillanceFromMonth(),
                                rules.validity().surveillanceToMonth()))
                .put("surveillance_default_month", rules.validity().surveillanceMonth())
                .put("renewal_latest_days_before_expiry", rules.validity().renewalDaysBeforeExpiry())
                .put(
                        "nc_deadlines",
                        new Tree()
                                .put("plan_days", rules.correction().planDays())
                                .put("major_evidence_months", rules.correction().majorMonths())
                                .put("minor_done_months", rules.correction().minorMonths())
                                .all)
                .put("draft_report_days", rules.reportDays().draft())
                .put("right_of_reply_days", rules.reportDays().rightOfReply())
                .put("final_report_days", rules.reportDays().finalReport())
                .put("provenance", rules.provenance())
                .all;
    }

    private static Map<String, Object> indicator(Indicator indicator) {
        return new Tree()
                .put("code", indicator.code())
                .put("title_fr", indicator.titleFr())
                .put("formula", indicator.formula())
                .put("unit", indicator.unit())
                .put("direction", indicator.direction() == Indicator.Direction.HIGHER ? "higher" : "lower")
                .put("target", indicator.target())
                .put("alert", indicator.alert())
                .put("channels", channels(indicator.channels()))
                .put("source_fr", indicator.sourceFr())
                .put("min_sample", indicator.minSample())
                .put("target_provenance", indicator.targetProvenance())
                .all;
    }

    private static Map<String, Object> survey(Survey survey) {
        return new Tree()
                .put("code", survey.code())
                .put("title_fr", survey.titleFr())
                .put("anonymous", survey.anonymous())
                .put("estimated_minutes", survey.estimatedMinutes())
                .put(
                        "questions",
                        survey.questions().stream()
                                .map(question -> new Tree()
                                        .put("code", question.code())
                                        .put("type", question.type().code())
                                        .put("required", question.required())
                                        .put("fr", question.fr())
                                        .put("options", question.options())
                                        .put("max_chars", question.maxChars())
                                        .all)
                                .toList())
                .all;
    }

    private static List<String> channels(Collection<Channel> channels) {
        return channels.stream().sorted().map(Channel::code).toList();
    }
}
