package org.capaccueil.standard.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Reads a weighted-checklist standard from its JSON file, refusing every fault with the place it stands at: the file is
 * written by people of the trade, not by developers.
 */
final class StandardFile {

    /** Far above any real standard; a larger file is a mistake or an attack. */
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int MAX_CRITERIA = 500;
    private static final int MAX_INDICATORS = 100;
    private static final int MAX_CODE = 40;
    private static final int MAX_TEXT = 2000;

    /** Digits before and after the decimal point; more is a slip, and some slips are gigabytes when written out. */
    private static final int MAX_DIGITS = 9;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            // 2.7 is no weight of 2, and "oui" is no yes: what is not of its type is a fault of the file
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // Provenance notes and the like stay in the file for its readers.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StandardFile() {}

    /** What the file holds, field for field, before anything is believed. */
    record Document(
            String code,
            String version,
            String kind,
            String titleFr,
            String titleEn,
            ScaleDocument scale,
            List<ThemeDocument> themes,
            RulesDocument labelRules,
            List<IndicatorDocument> indicators) {}

    record ScaleDocument(String code, List<Scale.Level> levels, int conformAt, boolean allowsNotApplicable) {}

    record ThemeDocument(String code, String titleFr, String titleEn, int weight, List<CriterionDocument> criteria) {}

    record CriterionDocument(
            String code,
            String titleFr,
            String titleEn,
            List<String> channels,
            int weight,
            boolean mandatory,
            List<String> evidenceFr,
            List<Criterion.Method> methods,
            Criterion.Scope scope,
            @Nullable String legalBasis) {}

    record IndicatorDocument(
            String code,
            String titleFr,
            String formula,
            String unit,
            Indicator.Direction direction,
            BigDecimal target,
            BigDecimal alert,
            List<String> channels,
            String sourceFr,
            int minSample,
            String targetProvenance) {}

    record LevelDocument(String code, BigDecimal overallMin, BigDecimal themeMin) {}

    record RulesDocument(
            List<LevelDocument> levels,
            BigDecimal mandatoryMin,
            int maxOpenMajor,
            int minorToMajorCount,
            BigDecimal maxNaWeightSharePerTheme,
            BigDecimal indicatorCoverageMin,
            int validityMonths,
            int draftReportDays,
            int rightOfReplyDays,
            int finalReportDays) {}

    static Standard read(byte[] file) {
        if (file.length == 0) {
            throw refuse("Le fichier est vide. Choisissez le fichier JSON du référentiel.");
        }
        if (file.length > MAX_BYTES) {
            throw refuse(
                    "Le fichier dépasse 2 Mo. Un référentiel n'en a pas besoin : vérifiez que c'est le bon fichier.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw refuse("Le fichier n'est pas encodé en UTF-8. Enregistrez-le à nouveau dans cet encodage.");
        }
        Document document;
        try {
            // as text: from bytes the parser would accept UTF-16, which the library could not keep
            document = JSON.readValue(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, Document.class);
        } catch (JsonMappingException wrongShape) {
            throw refuse("Le fichier n'a pas la forme d'un référentiel : la valeur de « " + path(wrongShape)
                    + " » n'est pas du type attendu" + where(wrongShape) + ".");
        } catch (JsonProcessingException notJson) {
            throw refuse("Le fichier n'est pas du JSON lisible : erreur" + where(notJson) + ".");
        }
        if (document == null) {
            throw refuse("Le fichier ne contient aucun référentiel.");
        }
        return new Reader().standard(document);
    }

    private static String path(JsonMappingException fault) {
        String path = fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + (step.getIndex() + 1) + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "racine" : path;
    }

    private static String where(JsonProcessingException fault) {
        return fault.getLocation() == null
                ? ""
                : " (ligne " + fault.getLocation().getLineNr() + ", colonne "
                        + fault.getLocation().getColumnNr() + ")";
    }

    private static BusinessRefusal refuse(String sentence) {
        return new BusinessRefusal("file", sentence);
    }

    /** Turns the document into a standard; the codes seen so far make duplicates visible. */
    private static final class Reader {

        private final Set<String> codes = new HashSet<>();
        private int criteria;

        Standard standard(Document document) {
            String code = code(document.code(), "code");
            if (!"checklist".equals(document.kind())) {
                throw refuse("Le champ « kind » vaut « " + document.kind()
                        + " ». Cette version lit les référentiels de type « checklist ».");
            }
            return new Standard(
                    code,
                    code(document.version(), "version"),
                    text(document.titleFr(), "title_fr"),
                    text(document.titleEn(), "title_en"),
                    scale(present(document.scale(), "scale")),
                    all(document.themes(), "themes").stream().map(this::theme).toList(),
                    rules(present(document.labelRules(), "label_rules")),
                    indicators(document).stream().map(this::indicator).toList());
        }

        private static List<IndicatorDocument> indicators(Document document) {
            List<IndicatorDocument> indicators = all(document.indicators(), "indicators");
            if (indicators.size() > MAX_INDICATORS) {
                throw refuse("Le référentiel a plus de " + MAX_INDICATORS
                        + " indicateurs. Aucune équipe ne pourrait les relever : réduisez-en la liste.");
            }
            return indicators;
        }

        private Scale scale(ScaleDocument scale) {
            List<Scale.Level> levels = new ArrayList<>(all(scale.levels(), "scale.levels"));
            for (int i = 0; i < levels.size(); i++) {
                Scale.Level level = levels.get(i);
                text(level.fr(), "scale.levels[" + (i + 1) + "].fr");
                percent(BigDecimal.valueOf(level.points()), "scale.levels[" + (i + 1) + "].points");
                if (i > 0
                        && (level.value() <= levels.get(i - 1).value()
                                || level.points() <= levels.get(i - 1).points())) {
                    throw refuse("Dans « scale.levels », les échelons doivent être croissants : l'échelon " + (i + 1)
                            + " n'est pas au-dessus du précédent.");
                }
            }
            percent(BigDecimal.valueOf(scale.conformAt()), "scale.conform_at");
            if (levels.size() < 2) {
                throw refuse("Dans « scale.levels », il faut au moins deux échelons.");
            }
            if (levels.get(levels.size() - 1).points() < scale.conformAt()) {
                throw refuse("Le champ « scale.conform_at » vaut " + scale.conformAt()
                        + " : aucun échelon n'atteint ce nombre de points, rien ne serait jamais conforme.");
            }
            return new Scale(text(scale.code(), "scale.code"), levels, scale.conformAt(), scale.allowsNotApplicable());
        }

        private Theme theme(ThemeDocument theme) {
            String code = unique(code(theme.code(), "themes.code"), "thème");
            return new Theme(
                    code,
                    text(theme.titleFr(), code + ".title_fr"),
                    text(theme.titleEn(), code + ".title_en"),
                    weight(theme.weight(), code),
                    all(theme.criteria(), code + ".criteria").stream()
                            .map(this::criterion)
                            .toList());
        }

        private Criterion criterion(CriterionDocument criterion) {
            if (++criteria > MAX_CRITERIA) {
                throw refuse("Le référentiel a plus de " + MAX_CRITERIA
                        + " critères. Aucune équipe ne pourrait y répondre : réduisez-le ou divisez-le.");
            }
            String code = unique(code(criterion.code(), "criteria.code"), "critère");
            Criterion.Scope scope = present(criterion.scope(), code + ".scope");
            Set<Channel> channels = channels(criterion.channels(), code);
            if (scope == Criterion.Scope.UNIT && channels.isEmpty()) {
                throw refuse("Le critère « " + code + " » n'a aucun canal : personne ne le coterait jamais.");
            }
            return new Criterion(
                    code,
                    text(criterion.titleFr(), code + ".title_fr"),
                    text(criterion.titleEn(), code + ".title_en"),
                    channels,
                    weight(criterion.weight(), code),
                    criterion.mandatory(),
                    withoutGaps(criterion.evidenceFr(), code + ".evidence_fr").stream()
                            .map(evidence -> text(evidence, code + ".evidence_fr"))
                            .toList(),
                    withoutGaps(criterion.methods(), code + ".methods"),
                    scope,
                    criterion.legalBasis() == null ? null : text(criterion.legalBasis(), code + ".legal_basis"));
        }

        private Indicator indicator(IndicatorDocument indicator) {
            String code = unique(code(indicator.code(), "indicators.code"), "indicateur");
            Set<Channel> channels = channels(indicator.channels(), code);
            if (channels.isEmpty()) {
                throw refuse("L'indicateur « " + code + " » n'a aucun canal : personne ne le relèverait jamais.");
            }
            if (indicator.minSample() < 1) {
                throw refuse("L'indicateur « " + code + " » a une base minimale (min_sample) de "
                        + indicator.minSample() + " ; elle doit être d'au moins 1.");
            }
            Indicator.Direction direction = present(indicator.direction(), code + ".direction");
            BigDecimal target = number(indicator.target(), code + ".target");
            BigDecimal alert = number(indicator.alert(), code + ".alert");
            int order = target.compareTo(alert);
            if (direction == Indicator.Direction.HIGHER ? order < 0 : order > 0) {
                throw refuse("L'indicateur « " + code + " » a un seuil d'alerte (" + alert.toPlainString()
                        + ") meilleur que sa cible (" + target.toPlainString() + "). Inversez-les.");
            }
            return new Indicator(
                    code,
                    text(indicator.titleFr(), code + ".title_fr"),
                    text(indicator.formula(), code + ".formula"),
                    text(indicator.unit(), code + ".unit"),
                    direction,
                    target,
                    alert,
                    channels,
                    text(indicator.sourceFr(), code + ".source_fr"),
                    indicator.minSample(),
                    text(indicator.targetProvenance(), code + ".target_provenance"));
        }

        private static LabelRules rules(RulesDocument rules) {
            List<LabelRules.LevelRule> levels = new ArrayList<>();
            for (LevelDocument level : all(rules.levels(), "label_rules.levels")) {
                LabelLevel known = EnumSet.allOf(LabelLevel.class).stream()
                        .filter(candidate -> candidate.code().equals(level.code()))
                        .findFirst()
                        .orElseThrow(() -> refuse("Le niveau « " + level.code()
                                + " » est inconnu. Les niveaux sont bronze, silver et gold."));
                LabelRules.LevelRule rule = new LabelRules.LevelRule(
                        known,
                        percent(level.overallMin(), level.code() + ".overall_min"),
                        percent(level.themeMin(), level.code() + ".theme_min"));
                requireAbove(levels, rule);
                levels.add(rule);
            }
            return new LabelRules(
                    List.copyOf(levels),
                    percent(rules.mandatoryMin(), "label_rules.mandatory_min"),
                    atLeast(0, rules.maxOpenMajor(), "label_rules.max_open_major"),
                    atLeast(1, rules.minorToMajorCount(), "label_rules.minor_to_major_count"),
                    share(rules.maxNaWeightSharePerTheme(), "label_rules.max_na_weight_share_per_theme"),
                    share(rules.indicatorCoverageMin(), "label_rules.indicator_coverage_min"),
                    atLeast(1, rules.validityMonths(), "label_rules.validity_months"),
                    atLeast(1, rules.draftReportDays(), "label_rules.draft_report_days"),
                    atLeast(1, rules.rightOfReplyDays(), "label_rules.right_of_reply_days"),
                    atLeast(1, rules.finalReportDays(), "label_rules.final_report_days"));
        }

        private static void requireAbove(List<LabelRules.LevelRule> lower, LabelRules.LevelRule rule) {
            if (lower.isEmpty()) {
                return;
            }
            LabelRules.LevelRule last = lower.get(lower.size() - 1);
            if (rule.level().compareTo(last.level()) <= 0
                    || rule.overallMin().compareTo(last.overallMin()) < 0
                    || rule.themeMin().compareTo(last.themeMin()) < 0) {
                throw refuse("Dans « label_rules.levels », le niveau « "
                        + rule.level().code()
                        + " » n'est pas au-dessus de « " + last.level().code()
                        + " » : rangez-les du plus bas au plus haut, chacun une fois, avec des seuils croissants.");
            }
        }

        private String unique(String code, String what) {
            if (!codes.add(code)) {
                throw refuse(
                        "Le code « " + code + " » (" + what + ") est présent deux fois. Chaque code doit être unique.");
            }
            return code;
        }

        private static int weight(int weight, String code) {
            if (weight <= 0) {
                throw refuse("La pondération de « " + code + " » vaut " + weight + " ; elle doit être supérieure à 0.");
            }
            return weight;
        }

        private static Set<Channel> channels(@Nullable List<String> codes, String owner) {
            Set<Channel> channels = new LinkedHashSet<>();
            for (String code : present(codes, owner + ".channels")) {
                channels.add(EnumSet.allOf(Channel.class).stream()
                        .filter(channel -> channel.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> refuse("Le canal « " + code + " » de « " + owner
                                + " » est inconnu. Les canaux sont counter, phone, digital, mail et outreach.")));
            }
            return channels.isEmpty() ? Set.of() : EnumSet.copyOf(channels);
        }

        private static BigDecimal percent(@Nullable BigDecimal value, String field) {
            return between(value, HUNDRED, field);
        }

        private static BigDecimal share(@Nullable BigDecimal value, String field) {
            return between(value, BigDecimal.ONE, field);
        }

        private static BigDecimal between(@Nullable BigDecimal value, BigDecimal max, String field) {
            BigDecimal found = number(value, field);
            if (found.signum() < 0 || found.compareTo(max) > 0) {
                throw refuse("Le champ « " + field + " » vaut " + found.toPlainString()
                        + " ; il doit être compris entre 0 et " + max.toPlainString() + ".");
            }
            return found;
        }

        private static String text(@Nullable String value, String field) {
            if (value == null || value.isBlank()) {
                throw refuse("Le champ « " + field + " » manque ou est vide.");
            }
            if (value.length() > MAX_TEXT) {
                throw refuse("Le champ « " + field + " » a " + value.length() + " caractères ; il en a " + MAX_TEXT
                        + " au plus.");
            }
            if (value.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')) {
                throw refuse("Le champ « " + field + " » contient un caractère invisible qui ne peut pas être "
                        + "enregistré. Saisissez ce texte à nouveau.");
            }
            return value.strip();
        }

        private static String code(@Nullable String value, String field) {
            String code = text(value, field);
            if (code.length() > MAX_CODE) {
                throw refuse("Le champ « " + field + " » a " + code.length() + " caractères ; un code en a " + MAX_CODE
                        + " au plus.");
            }
            return code;
        }

        private static BigDecimal number(@Nullable BigDecimal value, String field) {
            BigDecimal found = present(value, field);
            if (found.precision() > 2 * MAX_DIGITS || Math.abs((long) found.scale()) > MAX_DIGITS) {
                throw refuse("Le champ « " + field + " » a trop de chiffres ; vérifiez ce nombre.");
            }
            return found;
        }

        private static int atLeast(int least, int value, String field) {
            if (value < least) {
                throw refuse("Le champ « " + field + " » vaut " + value + " ; il doit être d'au moins " + least + ".");
            }
            return value;
        }

        private static <T> T present(@Nullable T value, String field) {
            if (value == null) {
                throw refuse("Le champ « " + field + " » manque.");
            }
            return value;
        }

        private static <T> List<T> all(@Nullable List<T> values, String field) {
            List<T> found = withoutGaps(values, field);
            if (found.isEmpty()) {
                throw refuse("La liste « " + field + " » est vide.");
            }
            return found;
        }

        private static <T> List<T> withoutGaps(@Nullable List<T> values, String field) {
            List<T> found = present(values, field);
            if (found.stream().anyMatch(java.util.Objects::isNull)) {
                throw refuse("La liste « " + field + " » contient un élément vide.");
            }
            return List.copyOf(found);
        }
    }
}
