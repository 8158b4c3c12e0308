package org.capaccueil.standard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One version of a standard, whole and immutable: what teams are asked, on which scales, and what earns which level.
 * The three kinds of standards are one model; the kind only says which shapes a version may take.
 *
 * @param code stable over versions: « AMQ-START »
 * @param version the version's label: « 0.1 »
 * @param source where it comes from
 * @param disclaimer what it does not claim to be, shown wherever the standard is
 * @param origin the standard it was adapted from, if it is an adapted copy
 * @param scales at least one; a theme names its own
 * @param indicators the figures teams collect before they rate themselves
 * @param survey what residents are asked, if the standard says so
 */
public record Standard(
        String code,
        String version,
        Kind kind,
        String titleFr,
        @Nullable String titleEn,
        @Nullable String source,
        @Nullable String disclaimer,
        @Nullable Origin origin,
        List<Scale> scales,
        List<Theme> themes,
        LabelRules labelRules,
        List<Indicator> indicators,
        @Nullable Survey survey) {

    /** The shape of a standard, with the word files use. */
    public enum Kind {
        CHECKLIST("checklist", "Grille pondérée"),
        PANELS("scored-0-100", "Panneaux de 0 à 100"),
        COMMITMENTS("commitments", "Engagements");

        private final String code;
        private final String title;

        Kind(String code, String title) {
            this.code = code;
            this.title = title;
        }

        public String code() {
            return code;
        }

        public String title() {
            return title;
        }
    }

    /** The version an adapted copy started from. */
    public record Origin(String code, String version) {}

    public List<Criterion> criteria() {
        return themes.stream().flatMap(theme -> theme.criteria().stream()).toList();
    }

    public Optional<Criterion> criterion(String criterionCode) {
        return criteria().stream()
                .filter(criterion -> criterion.code().equals(criterionCode))
                .findFirst();
    }

    public Optional<Indicator> indicator(String indicatorCode) {
        return indicators.stream()
                .filter(indicator -> indicator.code().equals(indicatorCode))
                .findFirst();
    }

    public Optional<Theme> theme(String themeCode) {
        return themes.stream().filter(theme -> theme.code().equals(themeCode)).findFirst();
    }

    public Theme themeOf(String criterionCode) {
        return themes.stream()
                .filter(theme -> theme.criteria().stream()
                        .anyMatch(criterion -> criterion.code().equals(criterionCode)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no criterion " + criterionCode + " in " + code));
    }

    /** The scale a theme is rated on; null in a draft that names none it has. */
    public @Nullable Scale scaleOrNull(Theme theme) {
        return scales.stream()
                .filter(scale -> scale.code().equals(theme.scale()))
                .findFirst()
                .orElse(null);
    }

    /** The scale a theme is rated on. */
    public Scale scaleOf(Theme theme) {
        return scales.stream()
                .filter(scale -> scale.code().equals(theme.scale()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scale " + theme.scale() + " in " + code));
    }

    /** The scale a criterion is rated on: its theme's. */
    public Scale scaleOf(String criterionCode) {
        return scaleOf(themeOf(criterionCode));
    }

    /** What this standard asks a team, in the standard's order. */
    public List<Question> questionsFor(TeamScope scope) {
        return themes.stream()
                .flatMap(theme -> theme.criteria().stream()
                        .map(criterion -> new Question(
                                theme, criterion, scaleOf(theme), criterion.placesFor(scope, scaleOf(theme))))
                        .filter(question -> !question.places().isEmpty()))
                .toList();
    }

    /** The indicators a team with these channels measures, in the standard's order. */
    public List<Indicator> indicatorsFor(Set<Channel> open) {
        return indicators.stream()
                .filter(indicator -> indicator.channels().stream().anyMatch(open::contains))
                .toList();
    }

    /** The indicators whose figures speak for a criterion, as far as this standard has them. */
    public List<Indicator> indicatorsBehind(Criterion criterion) {
        return criterion
                .spokenForBy()
                .flatMap(named -> indicator(named).stream())
                .toList();
    }

    /**
     * What is asked here, judged by another version: by its label rules and, for themes and criteria of the same code, by
     * its weights, mandatory flags and minimums.
     */
    public Standard judgedAs(Standard other) {
        return with(themes.stream().map(theme -> theme.judgedAs(other)).toList(), other.labelRules());
    }

    /** The same standard, judged by other rules. */
    public Standard withRules(LabelRules rules) {
        return with(themes, rules);
    }

    private Standard with(List<Theme> ownThemes, LabelRules rules) {
        return new Standard(
                code,
                version,
                kind,
                titleFr,
                titleEn,
                source,
                disclaimer,
                origin,
                scales,
                ownThemes,
                rules,
                indicators,
                survey);
    }
}
