package org.capaccueil.standard.exchange;

import static org.capaccueil.standard.exchange.StandardReader.CHANNELS;
import static org.capaccueil.standard.exchange.StandardReader.byCode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Indicator.Direction;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.LabelRules.CorrectionDelays;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.LabelRules.ReportDays;
import org.capaccueil.standard.LabelRules.Validity;
import org.capaccueil.standard.Survey;
import org.capaccueil.standard.Survey.SurveyQuestion;
import org.jspecify.annotations.Nullable;

/** Reads what a standard says beside its criteria: the rules of the label, the indicators, the survey. */
final class RulesReader {

    private static final int MOST_INDICATORS = 100;
    private static final int MOST_QUESTIONS = 50;
    static final int MOST_OPTIONS = 20;
    private static final int MOST_DAYS = 3650;
    private static final int MOST_MONTHS = 120;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Map<String, Direction> DIRECTIONS =
            byCode(Direction.values(), direction -> direction == Direction.HIGHER ? "higher" : "lower");
    private static final Map<String, Survey.Type> TYPES = byCode(Survey.Type.values(), Survey.Type::code);

    private final Faults faults;
    private final List<String> notices;
    private final Set<String> codes;

    RulesReader(Faults faults, List<String> notices, Set<String> codes) {
        this.faults = faults;
        this.notices = notices;
        this.codes = codes;
    }

    LabelRules labelRules(@Nullable Block block) {
        if (block == null) {
            notices.add("Le fichier ne donne pas de règles du label : celles du référentiel de départ sont reprises. "
                    + "Relisez-les avant de publier.");
            return StarterRules.RULES;
        }
        block.named("règles", "du label");
        List<LevelRule> levels = new ArrayList<>();
        for (Block level : block.blocks("levels", at -> "niveau " + at + " du label")) {
            LevelRule rule = new LevelRule(
                    level.neededWord("code", StandardReader.LEVELS, LabelLevel.BRONZE),
                    level.number("overall_min", BigDecimal.ZERO, HUNDRED),
                    level.number("theme_min", BigDecimal.ZERO, HUNDRED));
            if (!levels.isEmpty() && !isAbove(rule, levels.get(levels.size() - 1))) {
                level.fault(
                        "code",
                        "n'est pas au-dessus du niveau précédent : rangez-les du plus bas au plus haut, chacun une "
                                + "fois, avec des seuils croissants.");
            }
            level.end();
            levels.add(rule);
        }
        if (levels.isEmpty()) {
            block.fault("levels", "manque ou est vide : un label a au moins un niveau.");
        }
        LabelRules rules = new LabelRules(
                List.copyOf(levels),
                block.number("mandatory_min", BigDecimal.ZERO, HUNDRED),
                block.whole("max_open_major", 0, 1000),
                block.whole("minor_to_major_count", 1, 1000),
                block.word("minor_not_closed_next_audit", Map.of("major", true, "minor", false), true),
                block.number("max_na_weight_share_per_theme", BigDecimal.ZERO, BigDecimal.ONE),
                block.number("indicator_coverage_min", BigDecimal.ZERO, BigDecimal.ONE),
                validity(block),
                new ReportDays(
                        block.whole("draft_report_days", 1, MOST_DAYS),
                        block.whole("right_of_reply_days", 1, MOST_DAYS),
                        block.whole("final_report_days", 1, MOST_DAYS)),
                correction(block.block("nc_deadlines")),
                block.optionalText("provenance"));
        block.end();
        return rules;
    }

    private static boolean isAbove(LevelRule rule, LevelRule last) {
        return rule.level().compareTo(last.level()) > 0
                && rule.overallMin().compareTo(last.overallMin()) >= 0
                && rule.themeMin().compareTo(last.themeMin()) >= 0;
    }

    private Validity validity(Block block) {
        Validity usual = StarterRules.RULES.validity();
        int months = block.whole("validity_months", 1, MOST_MONTHS);
        int from = usual.surveillanceFromMonth();
        int to = usual.surveillanceToMonth();
        if (block.has("surveillance_window_months")) {
            List<Integer> window = block.wholes("surveillance_window_months", 0, MOST_MONTHS);
            if (window.size() == 2 && window.get(0) <= window.get(1)) {
                from = window.get(0);
                to = window.get(1);
            } else {
                block.fault(
                        "surveillance_window_months",
                        "donne deux mois, le premier avant le second : "
                                + (faults.areByKey() ? "[14, 22]." : "14 et 22."));
            }
        }
        if (to > months) {
            block.fault(
                    "surveillance_window_months",
                    "va jusqu'au mois " + to + ", après la fin du label (" + months
                            + " mois). Donnez une fenêtre qui se ferme avant.");
        }
        int month = block.whole(
                "surveillance_default_month", 1, MOST_MONTHS, Math.max(from, Math.min(to, usual.surveillanceMonth())));
        if (month < from || month > to) {
            block.fault("surveillance_default_month", "est hors de la fenêtre de " + from + " à " + to + " mois.");
        }
        return new Validity(
                months,
                from,
                to,
                month,
                block.whole("renewal_latest_days_before_expiry", 0, MOST_DAYS, usual.renewalDaysBeforeExpiry()));
    }

    private static CorrectionDelays correction(@Nullable Block block) {
        if (block == null) {
            return StarterRules.RULES.correction();
        }
        CorrectionDelays delays = new CorrectionDelays(
                block.whole("plan_days", 1, MOST_DAYS),
                block.whole("major_evidence_months", 1, MOST_MONTHS),
                block.whole("minor_done_months", 1, MOST_MONTHS));
        block.end();
        return delays;
    }

    List<Indicator> indicators(Block file) {
        List<Block> all = file.blocks("indicators", at -> "indicateur " + at);
        if (all.size() > MOST_INDICATORS) {
            file.fault(
                    "indicators",
                    "a plus de " + MOST_INDICATORS
                            + " éléments. Aucune équipe ne pourrait les relever : réduisez-en la liste.");
        }
        return all.stream().map(this::indicator).toList();
    }

    private Indicator indicator(Block block) {
        String code = block.code("code");
        block.named("indicateur", code);
        StandardReader.requireFree(block, code, codes);
        List<Channel> channels = block.words("channels", CHANNELS);
        if (channels.isEmpty()) {
            block.fault("channels", "est vide : aucun canal, personne ne le relèverait jamais.");
        }
        Direction direction = block.neededWord("direction", DIRECTIONS, Direction.HIGHER);
        BigDecimal target = given(block.number("target"));
        BigDecimal alert = given(block.number("alert"));
        int order = target.compareTo(alert);
        if (direction == Direction.HIGHER ? order < 0 : order > 0) {
            block.fault(
                    "alert",
                    "(" + alert.toPlainString() + ") est un seuil meilleur que la cible (" + target.toPlainString()
                            + "). Inversez-les.");
        }
        Indicator indicator = new Indicator(
                code,
                block.text("title_fr"),
                block.text("formula"),
                block.text("unit"),
                direction,
                target,
                alert,
                StandardReader.set(channels),
                block.text("source_fr"),
                block.whole("min_sample", 1, 1_000_000),
                block.text("target_provenance"));
        block.end();
        return indicator;
    }

    private static BigDecimal given(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    @Nullable
    Survey survey(@Nullable Block block) {
        if (block == null) {
            return null;
        }
        String code = block.code("code");
        block.named("enquête", code);
        Set<String> known = new HashSet<>();
        List<Block> asked = block.blocks("questions", at -> "question " + at);
        if (asked.isEmpty() || asked.size() > MOST_QUESTIONS) {
            block.fault("questions", "a " + asked.size() + " questions ; il en faut de 1 à " + MOST_QUESTIONS + ".");
        }
        Survey survey = new Survey(
                code,
                block.text("title_fr"),
                block.flag("anonymous", true),
                block.whole("estimated_minutes", 1, 60),
                asked.stream().map(question -> question(question, known)).toList());
        block.end();
        return survey;
    }

    private static SurveyQuestion question(Block block, Set<String> known) {
        String code = block.code("code");
        block.named("question", code);
        if (!code.isEmpty() && !known.add(code)) {
            block.fault("code", "est déjà pris par une autre question.");
        }
        // A number before each question is for its readers; the order of the list is what counts.
        block.whole("n", 0, 1000, 0);
        Survey.Type type = block.word("type", TYPES, Survey.Type.TEXT);
        List<String> options = block.texts("options");
        block.requireAtMost(MOST_OPTIONS, "options", "réponses possibles");
        Integer longest = block.has("max_chars") ? block.whole("max_chars", 1, 10_000) : null;
        if (type == Survey.Type.LIKERT5 && options.size() != 5) {
            block.fault("options", "a " + options.size() + " degrés ; il en faut cinq.");
        } else if (type == Survey.Type.SINGLE && options.size() < 2) {
            block.fault("options", "a moins de deux réponses possibles.");
        } else if (type == Survey.Type.TEXT && !options.isEmpty()) {
            block.fault("options", "est donné pour un texte libre.");
        }
        SurveyQuestion question =
                new SurveyQuestion(code, type, block.flag("required", false), block.text("fr"), options, longest);
        block.end();
        return question;
    }
}
