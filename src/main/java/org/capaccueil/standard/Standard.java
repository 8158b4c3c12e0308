package org.capaccueil.standard;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a standard, whole and immutable: what teams are asked, on which scale, and what earns which level.
 *
 * @param code stable over versions: « AMQ-START »
 * @param version the version's label: « 0.1 »
 * @param indicators the figures teams collect before they rate themselves
 */
public record Standard(
        String code,
        String version,
        String titleFr,
        String titleEn,
        Scale scale,
        List<Theme> themes,
        LabelRules labelRules,
        List<Indicator> indicators) {

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

    public Theme themeOf(String criterionCode) {
        return themes.stream()
                .filter(theme -> theme.criteria().stream()
                        .anyMatch(criterion -> criterion.code().equals(criterionCode)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no criterion " + criterionCode + " in " + code));
    }

    /** What this standard asks of a team that opens these channels, in the standard's order. */
    public List<Question> questionsFor(Set<org.capaccueil.shared.Channel> open) {
        return themes.stream()
                .flatMap(theme -> theme.criteria().stream()
                        .map(criterion -> new Question(theme, criterion, criterion.placesFor(open)))
                        .filter(question -> !question.places().isEmpty()))
                .toList();
    }

    /** Indicator x channel pairs a team with these channels measures, in the standard's order. */
    public List<Indicator> indicatorsFor(Set<org.capaccueil.shared.Channel> open) {
        return indicators.stream()
                .filter(indicator -> indicator.channels().stream().anyMatch(open::contains))
                .toList();
    }
}
