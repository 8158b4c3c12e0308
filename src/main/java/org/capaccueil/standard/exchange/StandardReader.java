package org.capaccueil.standard.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Applicability;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standard.Kind;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/** Reads a standard from what a file says and checks it as a whole, noting every fault. */
final class StandardReader {

    private static final int MOST_CRITERIA = 500;
    static final int MOST_SCALES = 20;
    static final int MOST_EVIDENCE = 30;
    private static final int MOST_INDICATORS = 5;
    private static final int MOST_WEIGHT = 1_000_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static final Map<String, Channel> CHANNELS = byCode(Channel.values(), Channel::code);
    static final Map<String, LabelLevel> LEVELS = byCode(LabelLevel.values(), LabelLevel::code);
    private static final Map<String, Kind> KINDS = byCode(Kind.values(), Kind::code);
    private static final Map<String, Scope> SCOPES = byCode(Scope.values(), Scope::code);
    private static final Map<String, Criterion.Method> METHODS = byCode(Criterion.Method.values(), Enum::name);

    private final Faults faults;
    private final List<String> notices = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<Block, List<String>> measured = new LinkedHashMap<>();
    private int criteria;
    private boolean weighted;

    private StandardReader(Faults faults) {
        this.faults = faults;
    }

    static StandardReading read(Source source, Faults faults) {
        StandardReader reader = new StandardReader(faults);
        Standard standard = reader.standard(FormerShapes.rewritten(source, reader.notices));
        return new StandardReading(standard, faults.shown(), List.copyOf(reader.notices));
    }

    static <T> Map<String, T> byCode(T[] all, Function<T, String> code) {
        Map<String, T> map = new LinkedHashMap<>();
        Arrays.stream(all).forEach(one -> map.put(code.apply(one), one));
        return map;
    }

    private Standard standard(Source source) {
        Block file = Block.of(source, faults);
        // Names the schema to whatever the file was written with.
        file.optionalText("$schema");
        String code = file.code("code");
        String version = file.code("version");
        Kind kind = file.neededWord("kind", KINDS, Kind.CHECKLIST);
        weighted = kind == Kind.CHECKLIST;
        // What a file lists as its channels is what its criteria name; it is read to be checked, and reckoned when
        // written.
        file.words("channels", CHANNELS);
        String title = file.text("title_fr");
        String english = file.optionalText("title_en");
        String from = file.optionalText("source");
        String disclaimer = file.optionalText("disclaimer");
        Standard.Origin origin = origin(file.block("origin"), code, version);
        List<Scale> scales = file.blocks("scales", at -> "échelle " + at).stream()
                .map(block -> ScaleReader.scale(block, codes))
                .toList();
        file.requireAtMost(MOST_SCALES, "scales", "échelles");
        if (scales.isEmpty()) {
            file.fault("scales", "manque : un référentiel a au moins une échelle.");
        }
        List<Theme> themes = file.blocks("themes", at -> "thème " + at).stream()
                .map(theme -> theme(theme, kind, scales))
                .toList();
        if (themes.isEmpty()) {
            file.fault("themes", "manque ou est vide : un référentiel a au moins un thème.");
        }
        if (criteria > MOST_CRITERIA) {
            file.fault(
                    "themes",
                    "a " + criteria + " critères, pour " + MOST_CRITERIA
                            + " au plus. Aucune équipe ne pourrait y répondre : réduisez-le ou divisez-le.");
        }
        RulesReader rules = new RulesReader(faults, notices, codes);
        Standard standard = new Standard(
                code,
                version,
                kind,
                title,
                english,
                from,
                disclaimer,
                origin,
                scales,
                themes,
                rules.labelRules(file.block("label_rules")),
                rules.indicators(file),
                rules.survey(file.block("survey")));
        requireIndicators(standard);
        file.end();
        return standard;
    }

    private void requireIndicators(Standard standard) {
        measured.forEach((criterion, names) -> {
            if (names.size() > MOST_INDICATORS) {
                criterion.fault(
                        "measured_by",
                        "cite " + names.size() + " indicateurs, pour " + MOST_INDICATORS + " au plus : gardez ceux qui "
                                + "disent le plus.");
            }
            if (names.stream().distinct().count() < names.size()) {
                criterion.fault("measured_by", "cite deux fois le même indicateur.");
            }
            names.stream()
                    .distinct()
                    .filter(name -> standard.indicator(name).isEmpty())
                    .forEach(name -> criterion.fault(
                            "measured_by",
                            "cite " + PlainText.quoted(name) + ", qui n'est pas un indicateur de ce référentiel."));
        });
    }

    private Standard.@Nullable Origin origin(@Nullable Block block, String code, String version) {
        if (block == null) {
            return null;
        }
        block.named("référentiel", "d'origine");
        Standard.Origin origin = new Standard.Origin(block.code("code"), block.code("version"));
        if (origin.code().equals(code) && origin.version().equals(version)) {
            block.fault("code", "désigne ce référentiel lui-même : une adaptation vient d'un autre référentiel.");
        }
        block.end();
        return origin;
    }

    private Theme theme(Block block, Kind kind, List<Scale> scales) {
        String code = block.code("code");
        block.named("thème", code);
        requireFree(block, code, codes);
        Scale scale = scales.isEmpty() ? null : scales.get(0);
        String named = block.optionalText("scale");
        if (named != null) {
            scale = scales.stream()
                    .filter(one -> one.code().equals(named))
                    .findFirst()
                    .orElse(null);
            if (scale == null) {
                block.fault(
                        "scale", "vaut " + PlainText.quoted(named) + ", qui n'est pas une échelle de ce référentiel.");
            }
        }
        String title = block.text("title_fr");
        String english = block.optionalText("title_en");
        String group = block.optionalText("group");
        int weight = weight(block);
        boolean faceted = scale != null && !scale.facets().isEmpty();
        boolean channelsNeeded = kind == Kind.CHECKLIST && !faceted;
        List<Criterion> all = block.blocks("criteria", at -> "critère " + at + " du thème " + code).stream()
                .map(criterion -> criterion(criterion, channelsNeeded, faceted))
                .toList();
        if (all.isEmpty()) {
            block.fault("criteria", "manque ou est vide : ajoutez un critère ou retirez le thème.");
        }
        block.end();
        String used = scale == null ? (named == null ? "" : named) : scale.code();
        return new Theme(code, title, english, group, used, weight, all);
    }

    private int weight(Block block) {
        if (!block.has("weight") && !weighted) {
            return 1;
        }
        BigDecimal weight = block.number("weight");
        if (weight == null) {
            return 1;
        }
        if (weight.signum() <= 0) {
            block.fault("weight", "vaut " + weight.toPlainString() + " ; une pondération est supérieure à 0.");
            return 1;
        }
        return block.whole("weight", 1, MOST_WEIGHT);
    }

    private Criterion criterion(Block block, boolean channelsNeeded, boolean faceted) {
        criteria++;
        String code = block.code("code");
        block.named("critère", code);
        requireFree(block, code, codes);
        Set<Channel> channels = set(block.words("channels", CHANNELS));
        Scope scope = block.word("scope", SCOPES, Scope.UNIT);
        if (channelsNeeded && scope == Scope.UNIT && channels.isEmpty()) {
            block.fault("channels", "est vide : aucun canal, personne ne le coterait jamais.");
        }
        if (faceted && !channels.isEmpty()) {
            block.fault("channels", "est donné, mais l'échelle de ce thème fait déjà coter chaque étape à part.");
        }
        block.requireAtMost(MOST_EVIDENCE, "evidence_fr", "preuves attendues");
        boolean mandatory = block.flag("mandatory", false);
        boolean notApplicable = block.flag("not_applicable", !mandatory);
        if (mandatory && notApplicable) {
            block.fault("not_applicable", "est permis, mais un critère obligatoire n'est jamais sans objet.");
        }
        List<String> measuredBy = block.texts("measured_by");
        if (!measuredBy.isEmpty()) {
            measured.put(block, measuredBy);
        }
        Criterion criterion = new Criterion(
                code,
                block.text("title_fr"),
                block.optionalText("title_en"),
                channels,
                weight(block),
                mandatory,
                notApplicable,
                applicability(block.block("applies_if")),
                minimums(block.block("level_minimums")),
                block.texts("evidence_fr"),
                block.words("methods", METHODS),
                measuredBy,
                scope,
                block.optionalText("legal_basis"),
                block.optionalText("note"));
        block.end();
        return criterion;
    }

    private static Applicability applicability(@Nullable Block block) {
        if (block == null) {
            return Applicability.EVERY_TEAM;
        }
        Applicability rule = new Applicability(
                set(block.words("all_of", CHANNELS)),
                set(block.words("any_of", CHANNELS)),
                block.whole("at_least", 0, Channel.values().length, 0));
        block.end();
        return rule;
    }

    private static Map<LabelLevel, BigDecimal> minimums(@Nullable Block block) {
        if (block == null) {
            return Map.of();
        }
        Map<LabelLevel, BigDecimal> minimums = new EnumMap<>(LabelLevel.class);
        BigDecimal last = BigDecimal.ZERO;
        for (LabelLevel level : LabelLevel.values()) {
            if (block.has(level.code())) {
                BigDecimal points = block.number(level.code(), BigDecimal.ZERO, HUNDRED);
                if (points.compareTo(last) < 0) {
                    block.fault(level.code(), "est plus bas que celui du niveau précédent.");
                }
                last = points;
                minimums.put(level, points);
            }
        }
        block.end();
        return minimums;
    }

    static void requireFree(Block block, String code, Set<String> codes) {
        if (!code.isEmpty() && !codes.add(code)) {
            block.fault("code", "est déjà pris : chaque code du référentiel est unique.");
        }
    }

    static Set<Channel> set(Collection<Channel> channels) {
        return channels.isEmpty() ? Set.of() : EnumSet.copyOf(channels);
    }
}
