package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.label.process.DmnLabelTable;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;
import org.junit.jupiter.api.Test;

/** How rules are said: on any scale, with any threshold, and where there is nothing to judge. */
class RuleWordingTest {

    private static final LabelTable TABLE = new DmnLabelTable();
    private static final Points NOWHERE = new Points(Map.of());
    private static final IndicatorCoverage MEASURED = new IndicatorCoverage(5, 4, List.of("TEL Décroché (Téléphone)"));

    @Test
    void whatIsMostUsefulIsAGradeTheScaleHas() {
        // 0, 40, 80, 100, conform from 60: no grade is worth 60, the lowest that is conform is worth 80
        Standard standard = onScale(scale(60, 0, 40, 80, 100), counter("C1", 1, false), counter("C2", 1, false));
        ScoreSheet sheet = sheet(
                standard, new Ratings().put("C1", Place.COUNTER, Grade.of(1)).put("C2", Place.COUNTER, Grade.of(2)));

        // (40 + 80) / 2 = 60 is bronze; silver wants 75; C1 at 80 adds 40 / 2 = 20
        LabelVerdict verdict = LabelTest.on(standard, complete(sheet), TABLE);

        assertThat(verdict.level()).isEqualTo(LabelLevel.BRONZE);
        assertThat(toNext(verdict))
                .containsExactly(
                        "Le score d'ensemble est de 60 : il manque 15 points pour 75. Le plus utile : porter C1 "
                                + "« Critère C1 » à 80 au guichet (Mairie), ce qui ajouterait 20 points.");
    }

    @Test
    void whereNoGradeIsConformTheBestIsMostUseful() {
        Standard standard = onScale(scale(90, 0, 40, 80), counter("C1", 1, false));
        ScoreSheet sheet = sheet(standard, new Ratings().put("C1", Place.COUNTER, Grade.of(1)));

        assertThat(toNext(LabelTest.on(standard, complete(sheet), TABLE)))
                .anyMatch(reason -> reason.contains("porter C1 « Critère C1 » à 80 au guichet (Mairie)"));
    }

    @Test
    void aStandardWithoutMandatoryCriteriaSaysSoAndDoesNotSayTheyAreNotRated() {
        Standard standard = onScale(SmallStandard.SCALE, counter("C1", 1, false));
        LabelVerdict verdict = LabelTest.on(
                standard, complete(sheet(standard, new Ratings().put("C1", Place.COUNTER, Grade.of(4)))), TABLE);

        assertThat(rule(verdict, "Chaque critère obligatoire est conforme partout"))
                .satisfies(rule -> assertThat(rule.passed()).isTrue())
                .satisfies(rule -> assertThat(rule.required()).isEqualTo("sans objet : aucun critère obligatoire"))
                .satisfies(rule -> assertThat(rule.found()).isEqualTo("–"));
    }

    @Test
    void everythingWithoutObjectIsNotSaidToBeUnrated() {
        Standard standard = onScale(SmallStandard.SCALE, counter("C1", 1, false));
        Ratings ratings = new Ratings().put("C1", Place.COUNTER, Grade.notApplicable("fermé"));

        assertThat(toNext(LabelTest.on(standard, complete(sheet(standard, ratings)), TABLE)))
                .contains("Il n'y a pas de score d'ensemble : l'auditeur a tout déclaré sans objet.");
    }

    @Test
    void twoPointsThatAreMissingAreManyEvenWhenRoundedUp() {
        // (999 * 73 + 1 * 74) / 1000 = 73.001: 1.999 are missing to 75, said as 2
        Standard standard = onScale(panel(), counter("P1", 999, false), counter("P2", 1, false));
        ScoreSheet sheet = sheet(
                standard, new Ratings().put("P1", Place.COUNTER, Grade.of(73)).put("P2", Place.COUNTER, Grade.of(74)));

        assertThat(toNext(LabelTest.on(standard, complete(sheet), TABLE)))
                .anyMatch(reason -> reason.startsWith("Le score d'ensemble est de 73 : il manque 2 points pour 75."));
    }

    @Test
    void aShareIsShownWithTheDecimalsItsThresholdHas() {
        Standard standard = withShares("0.3333", "0.8333");
        LabelVerdict verdict = LabelTest.on(
                standard,
                new LabelFacts(
                        ScoreSheetTest.sheet("4", "4", "4", "4", "4", "4"),
                        List.of(),
                        List.of(),
                        new IndicatorCoverage(6, 5, List.of("TEL Décroché (Téléphone)")),
                        true,
                        NOWHERE),
                TABLE);

        assertThat(rule(verdict, "Indicateurs requis mesurés"))
                .satisfies(rule -> assertThat(rule.required()).isEqualTo("au moins 83,33 %"))
                .satisfies(rule -> assertThat(rule.found()).isEqualTo("5 sur 6, soit 83,33 %"))
                .satisfies(rule -> assertThat(rule.passed()).isTrue());
        assertThat(rule(verdict, "Peu de « sans objet » dans chaque thème").required())
                .isEqualTo("au plus 33,33 % du poids");
    }

    private static Rule rule(LabelVerdict verdict, String title) {
        return verdict.rules().stream()
                .filter(rule -> rule.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    static LabelFacts complete(ScoreSheet sheet) {
        return new LabelFacts(
                sheet, List.of(), List.of(), MEASURED, true, new Points(Map.of(Channel.COUNTER, List.of("Mairie"))));
    }

    static ScoreSheet sheet(Standard standard, Ratings ratings) {
        return ScoreSheet.of(standard, SmallStandard.scope(EnumSet.of(Channel.COUNTER)), ratings);
    }

    private static Scale scale(int conformAt, int... points) {
        return new Scale(
                "own",
                Scale.Kind.GRADES,
                IntStream.range(0, points.length)
                        .mapToObj(value -> new Scale.Level(value, points[value], "Échelon " + value))
                        .toList(),
                List.of(),
                conformAt,
                true);
    }

    private static Scale panel() {
        return new Scale("own", Scale.Kind.PANEL, List.of(new Scale.Level(100, 100, "Bande")), List.of(), 70, true);
    }

    static Standard onScale(Scale scale, Criterion... criteria) {
        Standard small = SmallStandard.standard();
        return new Standard(
                small.code(),
                small.version(),
                small.kind(),
                small.titleFr(),
                null,
                null,
                null,
                null,
                List.of(scale),
                List.of(new Theme("C", "Courtoisie", null, null, scale.code(), 1, List.of(criteria))),
                small.labelRules(),
                List.of(),
                null);
    }

    private static Standard withShares(String notApplicable, String measured) {
        LabelRules usual = SmallStandard.RULES;
        return SmallStandard.standard()
                .withRules(new LabelRules(
                        usual.levels(),
                        usual.mandatoryMin(),
                        usual.maxOpenMajor(),
                        usual.minorToMajorCount(),
                        usual.carriedOverMinorIsMajor(),
                        new BigDecimal(notApplicable),
                        new BigDecimal(measured),
                        usual.validity(),
                        usual.reportDays(),
                        usual.correction(),
                        null));
    }

    static Criterion counter(String code, int weight, boolean mandatory) {
        return SmallStandard.unit(code, weight, mandatory, EnumSet.of(Channel.COUNTER));
    }

    private static List<String> toNext(LabelVerdict verdict) {
        return Objects.requireNonNull(verdict.next()).missing();
    }
}
