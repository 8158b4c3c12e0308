package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

class LabelTestTest {

    private static final LabelTable TABLE = new DmnLabelTable();
    private static final Points NOWHERE = new Points(Map.of());
    private static final IndicatorCoverage MEASURED = new IndicatorCoverage(5, 4, List.of("TEL Décroché (Téléphone)"));

    @Test
    void aTeamThatMeetsEveryRuleOfTheHighestLevelReachesIt() {
        LabelVerdict verdict = judge(ScoreSheetTest.ratings("4", "4", "4", "4", "4", "4"));

        assertThat(verdict.level()).isEqualTo(LabelLevel.GOLD);
        assertThat(verdict.next()).isNull();
        assertThat(verdict.rules()).allMatch(Rule::passed);
    }

    @Test
    void aTeamConformEverywhereReachesSilverAndIsToldWhatGoldTakes() {
        LabelVerdict verdict = judge(ScoreSheetTest.ratings("3", "3", "3", "3", "3", "3"));

        assertThat(verdict.level()).isEqualTo(LabelLevel.SILVER);
        assertThat(Objects.requireNonNull(verdict.next()).level()).isEqualTo(LabelLevel.GOLD);
        // A1 weighs 3/5 of theme A, which weighs 2/3: 25 points more there are 10 more in the total
        assertThat(verdict.next().missing())
                .containsExactly(
                        "Le score d'ensemble est de 75 : il manque 10 points pour 85. Le plus utile : porter A1 "
                                + "« Critère A1 » à 100 au guichet et au téléphone, ce qui ajouterait 10 points.");
    }

    @Test
    void aTotalUnderTheLowestLevelIsTheOnlyReason() {
        // A = (3*37,5 + 2*75)/5 = 52,5; B = (0 + 4*75)/5 = 60; total = (105 + 60)/3 = 55
        LabelVerdict verdict = judge(ScoreSheetTest.ratings("2", "1", "3", "3", "0", "3"));

        assertThat(verdict.level()).isNull();
        assertThat(toNext(verdict))
                .singleElement()
                .asString()
                .startsWith("Le score d'ensemble est de 55 : il manque 5 points pour 60.")
                .endsWith("porter A1 « Critère A1 » à 75 au guichet et au téléphone, ce qui ajouterait 15 points.");
    }

    @Test
    void oneWeakThemeIsTheOnlyReasonUnderAGoodTotal() {
        // B = (100 + 4*25)/5 = 40; A = 100; total = 80
        LabelVerdict verdict = judge(ScoreSheetTest.ratings("4", "4", "4", "4", "4", "1"));

        assertThat(verdict.level()).isNull();
        assertThat(toNext(verdict))
                .containsExactly("Le thème « Base » est à 40 : il manque 10 points pour 50. Le plus utile : porter B2 "
                        + "« Critère B2 » à 75 pour l'organisation, ce qui ajouterait 40 points.");
    }

    @Test
    void oneMandatoryCriterionAtOnePlaceBlocksWhateverTheTotal() {
        LabelVerdict verdict = judge(ScoreSheetTest.ratings("4", "4", "4", "2", "4", "4"));

        assertThat(verdict.level()).isNull();
        assertThat(toNext(verdict))
                .containsExactly("A2 « Critère A2 » est à 50 au téléphone : il manque 25 points pour 75, minimum d'un "
                        + "critère obligatoire.");
    }

    @Test
    void aMandatoryCriterionIsNeverNotApplicable() {
        // so little of the weight that no other rule breaks
        Theme theme =
                SmallStandard.theme("C", "Courtoisie", 1, List.of(counter("C1", 9, false), counter("C9", 1, true)));
        Ratings ratings = new Ratings()
                .put("C1", Place.COUNTER, Grade.of(4))
                .put("C9", Place.COUNTER, Grade.notApplicable("personne ne vient"));
        ScoreSheet sheet =
                ScoreSheet.of(SmallStandard.of(theme), SmallStandard.scope(EnumSet.of(Channel.COUNTER)), ratings);

        LabelVerdict verdict = LabelTest.on(
                SmallStandard.of(theme), new LabelFacts(sheet, List.of(), List.of(), MEASURED, true, NOWHERE), TABLE);

        assertThat(verdict.level()).isNull();
        assertThat(toNext(verdict))
                .singleElement()
                .asString()
                .contains("C9 « Critère C9 » est déclaré sans objet au guichet");
    }

    @Test
    void tooMuchNotApplicableInAThemeBlocks() {
        LabelVerdict verdict = judge(ScoreSheetTest.ratings("N", "4", "4", "4", "4", "4"));

        assertThat(verdict.level()).isNull();
        assertThat(toNext(verdict))
                .containsExactly("Dans le thème « Accès », 30 % du poids est sans objet, pour 20 % au plus. À revoir : "
                        + "A1 au guichet.");
    }

    @Test
    void justAsMuchNotApplicableAsAllowedDoesNot() {
        assertThat(judge(ScoreSheetTest.ratings("4", "4", "4", "4", "N", "4")).level())
                .isEqualTo(LabelLevel.GOLD);
    }

    @Test
    void aRatingTheAuditorLeftOutBlocks() {
        LabelVerdict verdict = judge(ScoreSheetTest.ratings("4", "-", "4", "4", "4", "4"));

        assertThat(verdict.level()).isNull();
        assertThat(toNext(verdict))
                .containsExactly("A1 « Critère A1 » n'est pas coté par l'auditeur au téléphone : la cotation est à "
                        + "compléter.");
    }

    @Test
    void nothingRatedIsOneReasonAndNoScoreAndNotZero() {
        LabelVerdict verdict = judge(new Ratings());

        assertThat(verdict.level()).isNull();
        assertThat(toNext(verdict)).contains("L'audit n'a encore aucune cotation : le label ne se juge que sur elles.");
        assertThat(verdict.rules()).extracting(Rule::found).contains("aucun score");
    }

    @Test
    void anOpenMajorNonconformityBlocksAndAClosedOneDoesNot() {
        assertThat(toNext(judge(List.of(new Nonconformity(3, true, "A2", Place.PHONE, true, true)))))
                .containsExactly(
                        "La non-conformité majeure n° 3 (A2 au téléphone) est ouverte : menez ses actions à leur "
                                + "terme et faites vérifier leur efficacité.");
        assertThat(judge(List.of(new Nonconformity(3, true, "A2", Place.PHONE, false, true)))
                        .level())
                .isEqualTo(LabelLevel.GOLD);
    }

    @Test
    void fiveOpenMinorsCountAsAMajorAndFourDoNot() {
        List<Nonconformity> minors = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            minors.add(new Nonconformity(number, false, "A1", Place.COUNTER, true, true));
        }
        assertThat(judge(minors).level()).isEqualTo(LabelLevel.GOLD);

        minors.add(new Nonconformity(7, false, "B1", Place.COUNTER, true, true));
        assertThat(toNext(judge(minors)))
                .containsExactly(
                        "5 non-conformités mineures sont ouvertes (n° 1, 2, 3, 4, 7) : à partir de 5 elles valent "
                                + "une majeure. Soldez-en au moins 1.");
    }

    @Test
    void aMinorWithoutAnAcceptedActionBlocks() {
        assertThat(toNext(judge(List.of(new Nonconformity(2, false, "B1", Place.COUNTER, true, false)))))
                .containsExactly("Aucune action acceptée ne répond à la non-conformité mineure n° 2 (B1 au guichet) : "
                        + "prévoyez-en une dans le plan d'action.");
    }

    @Test
    void tooFewMeasuredIndicatorsBlockAndAreNamed() {
        LabelVerdict verdict = judge(
                ScoreSheetTest.ratings("4", "4", "4", "4", "4", "4"),
                List.of(),
                new IndicatorCoverage(6, 4, List.of("TEL Décroché (Téléphone)", "CNT Attente (Guichet)")),
                true);

        assertThat(toNext(verdict))
                .containsExactly(
                        "Il manque 1 relevé d'indicateur pour 80 %. Non mesurés : TEL Décroché (Téléphone), CNT "
                                + "Attente (Guichet).");
    }

    @Test
    void anUnsignedPlanBlocks() {
        LabelVerdict verdict = judge(ScoreSheetTest.ratings("4", "4", "4", "4", "4", "4"), List.of(), MEASURED, false);

        assertThat(toNext(verdict)).containsExactly("Le plan d'action n'est pas signé : la direction doit le signer.");
    }

    @Test
    void aTotalOf74Point96NeverPasses75() {
        // (624 * 75 + 1 * 50) / 625
        Theme theme =
                SmallStandard.theme("P", "Précision", 1, List.of(counter("P1", 624, false), counter("P2", 1, false)));
        Ratings ratings = new Ratings().put("P1", Place.COUNTER, Grade.of(3)).put("P2", Place.COUNTER, Grade.of(2));
        ScoreSheet sheet =
                ScoreSheet.of(SmallStandard.of(theme), SmallStandard.scope(EnumSet.of(Channel.COUNTER)), ratings);

        LabelVerdict verdict = LabelTest.on(
                SmallStandard.of(theme), new LabelFacts(sheet, List.of(), List.of(), MEASURED, true, NOWHERE), TABLE);

        assertThat(Objects.requireNonNull(sheet.total()).text()).isEqualTo("74,9");
        assertThat(verdict.level()).isEqualTo(LabelLevel.BRONZE);
        assertThat(toNext(verdict))
                .singleElement()
                .asString()
                .startsWith("Le score d'ensemble est de 74,96 : il manque 0,04 point pour 75.");
    }

    @Test
    void aMinorTheLastEvaluationLeftOpenIsAMajorInWordsATeamCanActOn() {
        Nonconformity earlier = new Nonconformity(3, false, "A1", Place.PHONE, true, true);

        assertThat(toNext(carriedOver(ScoreSheetTest.ratings("4", "2", "4", "4", "4", "4"), earlier)))
                .contains(
                        "La non-conformité mineure n° 3 de la campagne « Printemps 2026 » (A1 au téléphone) était encore "
                                + "ouverte à sa clôture et cet audit y cote « 2 · Partiel », en dessous de conforme : elle compte "
                                + "comme une majeure. Menez à son terme une action qui y répond et faites vérifier son "
                                + "efficacité.");
        assertThat(toNext(carriedOver(ScoreSheetTest.ratings("4", "-", "4", "4", "4", "4"), earlier)))
                .anyMatch(reason -> reason.contains("cet audit n'a pas coté ce point"));
        assertThat(carriedOver(ScoreSheetTest.ratings("4", "3", "4", "4", "4", "4"), earlier)
                        .level())
                .isEqualTo(LabelLevel.GOLD);
    }

    @Test
    void foundAgainItIsOneNonconformityAndSettledWithTheNewOne() {
        Nonconformity earlier = new Nonconformity(3, false, "A1", Place.PHONE, true, true);
        Nonconformity again = new Nonconformity(1, false, "A1", Place.PHONE, true, true);
        Ratings ratings = ScoreSheetTest.ratings("4", "2", "4", "4", "4", "4");

        assertThat(carriedOver(ratings, earlier, again).rules())
                .extracting(Rule::found)
                .contains("0 majeure, 0 mineure, 1 mineure reprise");
        assertThat(carriedOver(ratings, earlier, new Nonconformity(1, false, "A1", Place.PHONE, false, true))
                        .rules())
                .extracting(Rule::found)
                .contains("0 majeure, 0 mineure");
    }

    private static LabelVerdict carriedOver(Ratings ratings, Nonconformity earlier, Nonconformity... now) {
        ScoreSheet sheet =
                ScoreSheet.of(SmallStandard.standard(), SmallStandard.scope(SmallStandard.CHANNELS), ratings);
        CarriedOver carried = CarriedOver.of("Printemps 2026", earlier, sheet, List.of(now), List.of());
        return LabelTest.on(
                SmallStandard.standard(),
                new LabelFacts(sheet, List.of(now), List.of(carried), MEASURED, true, NOWHERE),
                TABLE);
    }

    @Test
    void whatWouldBeEnoughIsSaidRatingByRating() {
        // everything at 3 is 75, gold wants 85: B2 brings 25 × 4/5 × 1/3 = 6,66…, A1 at one place 25 × 1/2 × 3/5 × 2/3
        // = 5
        Enough enough = enough(ScoreSheetTest.ratings("3", "3", "3", "3", "3", "3"));

        assertThat(enough.reachable()).isTrue();
        assertThat(enough.changes())
                .extracting(change -> change.question().criterion().code() + " " + change.where() + " : de "
                        + change.fromText() + " à " + change.toText())
                .containsExactly(
                        "A1 au guichet : de 3 · Conforme à 4 · Maîtrisé",
                        "B2 pour l'organisation : de 3 · Conforme à 4 · Maîtrisé");
    }

    @Test
    void whatRatingsDoNotChangeStandsBeside() {
        LabelFacts facts = new LabelFacts(
                ScoreSheetTest.sheet("3", "1", "3", "1", "3", "3"), List.of(), List.of(), MEASURED, false, NOWHERE);
        LabelVerdict verdict = LabelTest.on(SmallStandard.standard(), facts, TABLE);

        Enough enough = Enough.forNext(
                SmallStandard.standard(), facts, Objects.requireNonNull(verdict.next()), verdict.rules());

        assertThat(enough.changes())
                .extracting(change -> change.question().criterion().code() + " " + change.where())
                .contains("A2 au téléphone");
        assertThat(enough.besides()).containsExactly("Le plan d'action n'est pas signé : la direction doit le signer.");
    }

    @Test
    void aMinorLeftFromBeforeThatABetterRatingWouldSettleIsNotSaidToStay() {
        Nonconformity settled = new Nonconformity(3, false, "A2", Place.PHONE, true, true);
        Nonconformity stays = new Nonconformity(4, false, "A1", Place.PHONE, true, true);
        ScoreSheet sheet = ScoreSheetTest.sheet("4", "2", "4", "2", "4", "4");
        LabelFacts facts = new LabelFacts(
                sheet,
                List.of(),
                Stream.of(settled, stays)
                        .map(one -> CarriedOver.of("Printemps 2026", one, sheet, List.of(), List.of()))
                        .toList(),
                MEASURED,
                true,
                NOWHERE);
        LabelVerdict verdict = LabelTest.on(SmallStandard.standard(), facts, TABLE);

        Enough enough = Enough.forNext(
                SmallStandard.standard(), facts, Objects.requireNonNull(verdict.next()), verdict.rules());

        // A2 has to be conform by phone, which settles no 3; nothing asks A1 to be better by phone
        assertThat(enough.changes())
                .singleElement()
                .extracting(Enough.Change::place)
                .isEqualTo(Place.PHONE);
        assertThat(enough.besides())
                .singleElement()
                .asString()
                .startsWith("La non-conformité mineure n° 4 de la campagne « Printemps 2026 »");
    }

    @Test
    void aListThatLeavesGapsSaysSoAndAFullOneDoesNot() {
        assertThat(enough(ScoreSheetTest.ratings("3", "N", "3", "3", "3", "3")).assumesGaps())
                .isTrue();
        assertThat(enough(ScoreSheetTest.ratings("3", "-", "3", "3", "3", "3")).assumesGaps())
                .isTrue();
        assertThat(enough(ScoreSheetTest.ratings("3", "3", "3", "3", "3", "3")).assumesGaps())
                .isFalse();
    }

    @Test
    void whatIsToBeRaisedNamesItsReceptionPoints() {
        Standard standard = onScale(SmallStandard.SCALE, counter("C1", 1, false));
        LabelFacts facts = complete(sheet(standard, new Ratings().put("C1", Place.COUNTER, Grade.of(1))));
        LabelVerdict verdict = LabelTest.on(standard, facts, TABLE);

        assertThat(Enough.forNext(standard, facts, Objects.requireNonNull(verdict.next()), verdict.rules())
                        .changes())
                .extracting(Enough.Change::where)
                .containsExactly("au guichet (Mairie)");
    }

    private static Enough enough(Ratings ratings) {
        LabelFacts facts = new LabelFacts(
                ScoreSheet.of(SmallStandard.standard(), SmallStandard.scope(SmallStandard.CHANNELS), ratings),
                List.of(),
                List.of(),
                MEASURED,
                true,
                NOWHERE);
        LabelVerdict verdict = LabelTest.on(SmallStandard.standard(), facts, TABLE);
        return Enough.forNext(SmallStandard.standard(), facts, Objects.requireNonNull(verdict.next()), verdict.rules());
    }

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

    private static LabelFacts complete(ScoreSheet sheet) {
        return new LabelFacts(
                sheet, List.of(), List.of(), MEASURED, true, new Points(Map.of(Channel.COUNTER, List.of("Mairie"))));
    }

    private static ScoreSheet sheet(Standard standard, Ratings ratings) {
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

    private static Standard onScale(Scale scale, Criterion... criteria) {
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

    private static Criterion counter(String code, int weight, boolean mandatory) {
        return SmallStandard.unit(code, weight, mandatory, EnumSet.of(Channel.COUNTER));
    }

    private static List<String> toNext(LabelVerdict verdict) {
        return Objects.requireNonNull(verdict.next()).missing();
    }

    private static LabelVerdict judge(Ratings ratings) {
        return judge(ratings, List.of(), MEASURED, true);
    }

    private static LabelVerdict judge(List<Nonconformity> nonconformities) {
        return judge(ScoreSheetTest.ratings("4", "4", "4", "4", "4", "4"), nonconformities, MEASURED, true);
    }

    private static LabelVerdict judge(
            Ratings ratings, List<Nonconformity> nonconformities, IndicatorCoverage indicators, boolean signed) {
        ScoreSheet sheet =
                ScoreSheet.of(SmallStandard.standard(), SmallStandard.scope(SmallStandard.CHANNELS), ratings);
        return LabelTest.on(
                SmallStandard.standard(),
                new LabelFacts(sheet, nonconformities, List.of(), indicators, signed, NOWHERE),
                TABLE);
    }
}
