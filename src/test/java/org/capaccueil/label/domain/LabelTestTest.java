package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.label.domain.Nonconformity.Answer;
import org.capaccueil.label.process.DmnLabelTable;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Place;
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
        assertThat(toNext(judge(List.of(new Nonconformity(3, true, "A2", Place.PHONE, true, Answer.PLANNED, null)))))
                .containsExactly(
                        "La non-conformité majeure n° 3 (A2 au téléphone) est ouverte : menez ses actions à leur "
                                + "terme et faites vérifier leur efficacité.");
        assertThat(judge(List.of(new Nonconformity(3, true, "A2", Place.PHONE, false, Answer.PLANNED, null)))
                        .level())
                .isEqualTo(LabelLevel.GOLD);
    }

    @Test
    void fiveOpenMinorsCountAsAMajorAndFourDoNot() {
        List<Nonconformity> minors = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            minors.add(new Nonconformity(number, false, "A1", Place.COUNTER, true, Answer.PLANNED, null));
        }
        assertThat(judge(minors).level()).isEqualTo(LabelLevel.GOLD);

        minors.add(new Nonconformity(7, false, "B1", Place.COUNTER, true, Answer.PLANNED, null));
        assertThat(toNext(judge(minors)))
                .containsExactly(
                        "5 non-conformités mineures sont ouvertes : n° 1 (A1 au guichet), n° 2 (A1 au guichet), n° 3 (A1 "
                                + "au guichet), n° 4 (A1 au guichet) et n° 7 (B1 au guichet). À partir de 5 elles valent "
                                + "une majeure. Soldez-en au moins 1.");
    }

    @Test
    void whereOneMinorIsWorthAMajorTheWordsAgreeWithOne() {
        LabelVerdict verdict = LabelTest.on(
                SmallStandard.standard().withRules(minorsWorthAMajor(1)),
                new LabelFacts(
                        ScoreSheetTest.sheet("4", "4", "4", "4", "4", "4"),
                        List.of(new Nonconformity(7, false, "B1", Place.COUNTER, true, Answer.PLANNED, null)),
                        List.of(),
                        MEASURED,
                        true,
                        NOWHERE),
                TABLE);

        assertThat(toNext(verdict))
                .containsExactly(
                        "1 non-conformité mineure est ouverte : n° 7 (B1 au guichet). Chacune vaut une majeure. "
                                + "Soldez-en au moins 1.");
        assertThat(verdict.rules())
                .extracting(rule -> rule.title() + rule.required())
                .anyMatch(words -> words.contains("une mineure en vaut une"))
                .noneMatch(words -> words.contains("1 mineures"));
    }

    @Test
    void anAbandonedActionIsToldAsSuchAndLeavesAWayOut() {
        assertThat(toNext(
                        judge(List.of(new Nonconformity(2, false, "B1", Place.COUNTER, true, Answer.ABANDONED, null)))))
                .containsExactly(
                        "L'action qui répondait à la non-conformité mineure n° 2 (B1 au guichet) a été abandonnée et "
                                + "le plan signé ne change plus. Mettez ce point en conformité : le prochain audit, s'il le trouve "
                                + "conforme, la soldera.");
        assertThat(toNext(judge(List.of(new Nonconformity(3, true, "A2", Place.PHONE, true, Answer.ABANDONED, null)))))
                .singleElement()
                .asString()
                .startsWith(
                        "La non-conformité majeure n° 3 (A2 au téléphone) est ouverte : l'action qui y répondait a été "
                                + "abandonnée et le plan signé ne change plus.");
    }

    @Test
    void aNonconformityOfTheOrganisationSaysWhoseAuditFoundItAndWhoseTurnItIs() {
        assertThat(toNext(judge(List.of(
                        new Nonconformity(3, true, "B2", Place.ORGANISATION, true, Answer.PLANNED, "État civil"),
                        new Nonconformity(4, false, "B2", Place.ORGANISATION, true, Answer.NONE, "État civil")))))
                .containsExactly(
                        "La non-conformité majeure n° 3 de l'audit de l'équipe « État civil » (B2 pour l'organisation) est "
                                + "ouverte : cette équipe doit mener ses actions à leur terme et faire vérifier leur "
                                + "efficacité.",
                        "Aucune action acceptée ne répond à la non-conformité mineure n° 4 de l'audit de l'équipe « État "
                                + "civil » (B2 pour l'organisation) : cette équipe doit en prévoir une dans son plan "
                                + "d'action.");
    }

    private static LabelRules minorsWorthAMajor(int count) {
        LabelRules usual = SmallStandard.RULES;
        return new LabelRules(
                usual.levels(),
                usual.mandatoryMin(),
                usual.maxOpenMajor(),
                count,
                usual.carriedOverMinorIsMajor(),
                usual.maxNaWeightSharePerTheme(),
                usual.indicatorCoverageMin(),
                usual.validity(),
                usual.reportDays(),
                usual.correction(),
                usual.provenance());
    }

    @Test
    void aMinorWithoutAnAcceptedActionBlocks() {
        assertThat(toNext(judge(List.of(new Nonconformity(2, false, "B1", Place.COUNTER, true, Answer.NONE, null)))))
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
    void aStandardWithASurveySaysThatItIsNotChecked() {
        assertThat(LabelTest.notChecked(SmallStandard.standard())).isEmpty();
        assertThat(LabelTest.notChecked(BlockedTeam.standard())).hasValueSatisfying(sentence -> assertThat(sentence)
                .startsWith("Non vérifié : l'enquête auprès des usagers que prévoit le référentiel."));
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
        Nonconformity earlier = new Nonconformity(3, false, "A1", Place.PHONE, true, Answer.PLANNED, null);

        assertThat(toNext(carriedOver(ScoreSheetTest.ratings("4", "2", "4", "4", "4", "4"), earlier)))
                .contains(
                        "La non-conformité mineure n° 3 de la campagne « Printemps 2026 » (A1 au téléphone) est restée "
                                + "ouverte et cet audit y cote « 2 · Partiel », en dessous de conforme : elle compte "
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
        Nonconformity earlier = new Nonconformity(3, false, "A1", Place.PHONE, true, Answer.PLANNED, null);
        Nonconformity again = new Nonconformity(1, false, "A1", Place.PHONE, true, Answer.PLANNED, null);
        Ratings ratings = ScoreSheetTest.ratings("4", "2", "4", "4", "4", "4");

        assertThat(carriedOver(ratings, earlier, again).rules())
                .extracting(Rule::found)
                .contains("0 majeure, 0 mineure, 1 mineure reprise");
        assertThat(carriedOver(
                                ratings,
                                earlier,
                                new Nonconformity(1, false, "A1", Place.PHONE, false, Answer.PLANNED, null))
                        .rules())
                .extracting(Rule::found)
                .contains("0 majeure, 0 mineure");
    }

    @Test
    void aMajorLeftOpenStaysOneAndDoesNotHideBehindAMinor() {
        Nonconformity major = new Nonconformity(2, true, "A2", Place.PHONE, true, Answer.ABANDONED, null);
        Nonconformity minor = new Nonconformity(3, false, "A1", Place.PHONE, true, Answer.PLANNED, null);

        LabelVerdict verdict =
                followed(ScoreSheetTest.ratings("4", "2", "4", "2", "4", "4"), audit(ratedWell(), major, minor));

        assertThat(verdict.rules())
                .extracting(Rule::found)
                .contains("0 majeure, 0 mineure, 1 majeure reprise, 1 mineure reprise");
        assertThat(toNext(verdict))
                .anyMatch(
                        reason -> reason.startsWith(
                                "La non-conformité majeure n° 2 de la campagne « Printemps 2026 » (A2 "
                                        + "au téléphone) est restée ouverte et cet audit y cote « 2 · Partiel », en dessous de conforme. Menez"));
    }

    @Test
    void whatWasLeftOpenIsFollowedThroughEveryAuditUntilOneFindsItConform() {
        Nonconformity left = new Nonconformity(3, false, "A1", Place.PHONE, true, Answer.ABANDONED, null);
        Ratings under = ScoreSheetTest.ratings("4", "2", "4", "4", "4", "4");

        assertThat(followed(under, audit(under, left), audit(under)).rules())
                .extracting(Rule::found)
                .contains("0 majeure, 0 mineure, 1 mineure reprise");
        assertThat(followed(under, audit(under, left), audit(ratedWell())).rules())
                .extracting(Rule::found)
                .contains("0 majeure, 0 mineure");
    }

    @Test
    void foundAgainOnTheWayTheNewFindingIsTheOneFollowed() {
        Ratings under = ScoreSheetTest.ratings("4", "2", "4", "4", "4", "4");
        Nonconformity first = new Nonconformity(3, false, "A1", Place.PHONE, true, Answer.ABANDONED, null);
        Nonconformity again = new Nonconformity(8, false, "A1", Place.PHONE, true, Answer.ABANDONED, null);
        Nonconformity solved = new Nonconformity(8, false, "A1", Place.PHONE, false, Answer.PLANNED, null);

        assertThat(toNext(followed(under, audit(under, first), audit(under, again))))
                .filteredOn(reason -> reason.contains("est restée ouverte"))
                .singleElement()
                .asString()
                .contains("n° 8");
        assertThat(followed(under, audit(under, first), audit(under, solved)).rules())
                .extracting(Rule::found)
                .contains("0 majeure, 0 mineure");
    }

    private static Ratings ratedWell() {
        return ScoreSheetTest.ratings("4", "4", "4", "4", "4", "4");
    }

    private static ConcludedAudit audit(Ratings ratings, Nonconformity... found) {
        return new ConcludedAudit(
                "Printemps 2026",
                ScoreSheet.of(SmallStandard.standard(), SmallStandard.scope(SmallStandard.CHANNELS), ratings),
                List.of(found),
                List.of());
    }

    private static LabelVerdict followed(Ratings ratings, ConcludedAudit... earlier) {
        ConcludedAudit now = audit(ratings);
        return LabelTest.on(
                SmallStandard.standard(),
                new LabelFacts(
                        now.sheet(), List.of(), CarriedOver.from(List.of(earlier), now), MEASURED, true, NOWHERE),
                TABLE);
    }

    private static LabelVerdict carriedOver(Ratings ratings, Nonconformity earlier, Nonconformity... now) {
        ScoreSheet sheet =
                ScoreSheet.of(SmallStandard.standard(), SmallStandard.scope(SmallStandard.CHANNELS), ratings);
        CarriedOver carried = CarriedOver.of(
                "Printemps 2026", earlier, new ConcludedAudit("Printemps 2028", sheet, List.of(now), List.of()));
        return LabelTest.on(
                SmallStandard.standard(),
                new LabelFacts(sheet, List.of(now), List.of(carried), MEASURED, true, NOWHERE),
                TABLE);
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
