package org.capaccueil.label.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.domain.CommuneScore.TeamTotal;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.support.Grids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreSheetTest {

    private static final Grade NA = Grade.notApplicable("pas de guichet le samedi");

    /** Columns: grades (0-4, N not applicable, - not rated) of A1 counter, phone; A2 counter, phone; B1; B2. */
    @ParameterizedTest
    @CsvSource({
        // everything conform
        "3,3,3,3,3,3,  75,   75,    75",
        // A1 mean of 100 and 0 = 50; A2 worst of 100 and 75 = 75; A = (3*50 + 2*75)/5 = 60; B = (1*25 + 4*75)/5 = 65
        "4,0,4,3,1,3,  60,   65,    185/3",
        // 0 counts: B = (0 + 4*100)/5 = 80
        "3,3,3,3,0,4,  75,   80,    230/3",
        // not rated leaves the denominator: A1 = 100 from its counter alone; A = (300 + 150)/5 = 90; B = B2 alone
        "4,-,3,3,-,2,  90,   50,    230/3",
        // not applicable leaves it too: A1 is out, A = A2 = 25 (its worst); B1 out
        "N,N,1,4,N,4,  25,   100,   50",
        // half applicable: A1 = its phone = 25; A = (75 + 2*100)/5 = 55
        "N,1,4,4,4,4,  55,   100,   70",
        // a theme with nothing applicable has no score and leaves the total
        "2,2,3,3,N,N,  60,   none,  60",
        // nothing rated at all
        "-,-,-,-,-,-,  none, none,  none",
        // all zero is a score of 0, not none
        "0,0,0,0,0,0,  0,    0,     0",
    })
    void scoresAreThoseReckonedByHand(
            String a1c, String a1p, String a2c, String a2p, String b1, String b2, String a, String b, String total) {
        ScoreSheet sheet = ScoreSheet.of(
                SmallStandard.standard(),
                SmallStandard.scope(SmallStandard.CHANNELS),
                ratings(a1c, a1p, a2c, a2p, b1, b2));

        assertThat(exact(sheet.theme("A").orElseThrow().score())).isEqualTo(a);
        assertThat(exact(sheet.theme("B").orElseThrow().score())).isEqualTo(b);
        assertThat(exact(sheet.total())).isEqualTo(total);
    }

    @Test
    void aMandatoryCriterionCountsByItsWorstPlaceAndAnyOtherByTheMean() {
        ScoreSheet sheet = ScoreSheet.of(
                SmallStandard.standard(),
                SmallStandard.scope(SmallStandard.CHANNELS),
                ratings("4", "0", "4", "0", "3", "3"));

        assertThat(criterion(sheet, "A1").score()).isEqualTo(Score.of(50));
        assertThat(criterion(sheet, "A1").arithmetic()).isEqualTo("moyenne de Guichet 100, Téléphone 0 = 50");
        assertThat(criterion(sheet, "A2").score()).isEqualTo(Score.of(0));
        assertThat(criterion(sheet, "A2").arithmetic()).isEqualTo("le plus bas de Guichet 100, Téléphone 0 = 0");
    }

    @Test
    void theArithmeticShownIsTheArithmeticDone() {
        ScoreSheet sheet = ScoreSheet.of(
                SmallStandard.standard(),
                SmallStandard.scope(SmallStandard.CHANNELS),
                ratings("4", "0", "4", "3", "1", "3"));

        assertThat(sheet.theme("A").orElseThrow().arithmetic()).isEqualTo("(3 × 50 + 2 × 75) ÷ 5 = 60");
        assertThat(sheet.arithmetic()).isEqualTo("(2 × 60 + 1 × 65) ÷ 3 = 61,66…");
    }

    @Test
    void aPanelIsOpenedPhaseByPhase() {
        Scale scale = new Scale(
                "pdca",
                Scale.Kind.PANEL,
                List.of(new Scale.Level(100, 100, "Bande")),
                List.of(Place.PLAN, Place.DO, Place.CHECK, Place.ACT),
                70,
                true);
        Question question = Grids.question(
                SmallStandard.unit("1.1", 1, false, Set.of()), scale, Place.PLAN, Place.DO, Place.CHECK, Place.ACT);
        List<PlaceScore> places = List.of(
                new PlaceScore(Place.PLAN, Grade.of(40), Score.of(40)),
                new PlaceScore(Place.DO, Grade.of(35), Score.of(35)),
                new PlaceScore(Place.CHECK, Grade.of(20), Score.of(20)),
                new PlaceScore(Place.ACT, Grade.of(10), Score.of(10)));

        assertThat(new CriterionScore(question, places, Score.ofMean(105, 4)).arithmetic())
                .isEqualTo("moyenne de Planifier 40, Déployer 35, Vérifier 20, Ajuster 10 = 26,25");
    }

    @Test
    void aThemeThatConcernsNoOpenChannelIsNotThere() {
        var onlyMail = SmallStandard.of(SmallStandard.theme(
                "M", "Courrier", 1, List.of(SmallStandard.unit("M1", 1, false, Set.of(Channel.MAIL)))));

        assertThat(ScoreSheet.of(onlyMail, SmallStandard.scope(SmallStandard.CHANNELS), new Ratings())
                        .themes())
                .isEmpty();
        assertThat(ScoreSheet.of(onlyMail, SmallStandard.scope(EnumSet.of(Channel.MAIL)), new Ratings())
                        .themes())
                .hasSize(1);
    }

    @Test
    void theShareSetAsideCountsACriterionByThePlacesItIsSetAsideOn() {
        ScoreSheet sheet = ScoreSheet.of(
                SmallStandard.standard(),
                SmallStandard.scope(SmallStandard.CHANNELS),
                ratings("N", "3", "3", "3", "N", "3"));

        // A: half of A1's weight 3 over 5; B: B1's weight 1 over 5
        assertThat(sheet.theme("A").orElseThrow().notApplicableShare()).isEqualTo(BigFraction.of(3, 10));
        assertThat(sheet.theme("B").orElseThrow().notApplicableShare()).isEqualTo(BigFraction.of(1, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "7496/100,   '74,9', '74,96',  '74,96',   false",
        "74999/1000, '74,9', '74,99',  '74,99…',  false",
        "75,         '75',   '75',     '75',      true",
        "75001/1000, '75',   '75',     '75…',     true",
        "225/3,      '75',   '75',     '75',      true",
        "200/3,      '66,6', '66,66',  '66,66…',  false"
    })
    void aScoreIsCutForPeopleAndExactForThresholds(
            String exact, String text, String fine, String arithmetic, boolean reaches75) {
        Score score = new Score(BigFraction.parse(exact.contains("/") ? exact.replace("/", " / ") : exact));

        assertThat(score.text()).isEqualTo(text);
        assertThat(score.fineText()).isEqualTo(fine);
        assertThat(score.arithmeticText()).isEqualTo(arithmetic);
        assertThat(score.reaches(BigDecimal.valueOf(75))).isEqualTo(reaches75);
        assertThat(score.shown().compareTo(BigDecimal.valueOf(75)) >= 0).isEqualTo(reaches75);
    }

    @Test
    void theCommuneIsTheMeanOfItsTeamsByTheirContactsWithTheLowestBeside() {
        var commune = CommuneScore.of(List.of(
                        new TeamTotal("Mairie", 9_000, Score.of(80)), new TeamTotal("Annexe", 1_000, Score.of(30))))
                .orElseThrow();

        assertThat(commune.total()).isEqualTo(Score.of(75));
        assertThat(commune.arithmetic().replaceAll("\\p{Z}", " ")).isEqualTo("(9 000 × 80 + 1 000 × 30) ÷ 10 000 = 75");
        assertThat(commune.lowest().team()).isEqualTo("Annexe");
        assertThat(CommuneScore.of(List.of())).isEmpty();
    }

    @Test
    void teamsThatCountNoContactsWeighTheSame() {
        var commune = CommuneScore.of(
                        List.of(new TeamTotal("Mairie", 0, Score.of(80)), new TeamTotal("Annexe", 0, Score.of(30))))
                .orElseThrow();

        assertThat(commune.total()).isEqualTo(Score.of(55));
        assertThat(commune.arithmetic()).isEqualTo("(80 + 30) ÷ 2 = 55");
    }

    @Test
    void aTeamThatCountsNoContactsAmongOthersThatDoIsSaidToHaveNoWeight() {
        var commune = CommuneScore.of(List.of(
                        new TeamTotal("Mairie", 9_000, Score.of(80)),
                        new TeamTotal("Annexe", 0, Score.of(30)),
                        new TeamTotal("Port", 1_000, Score.of(70))))
                .orElseThrow();

        assertThat(commune.total()).isEqualTo(Score.of(79));
        assertThat(commune.lowest().team()).isEqualTo("Annexe");
        assertThat(commune.weighing()).isEqualTo(2);
        assertThat(commune.weightless())
                .containsExactly("Annexe n'a pas de contacts déclarés : elle ne pèse pas dans la moyenne.");
    }

    @Test
    void whereNoTeamCountsContactsNoneIsSaidToHaveNoWeight() {
        var commune = CommuneScore.of(
                        List.of(new TeamTotal("Mairie", 0, Score.of(80)), new TeamTotal("Annexe", 0, Score.of(30))))
                .orElseThrow();

        assertThat(commune.weighing()).isEqualTo(2);
        assertThat(commune.weightless()).isEmpty();
    }

    static ScoreSheet sheet(String a1c, String a1p, String a2c, String a2p, String b1, String b2) {
        return ScoreSheet.of(
                SmallStandard.standard(),
                SmallStandard.scope(SmallStandard.CHANNELS),
                ratings(a1c, a1p, a2c, a2p, b1, b2));
    }

    static Ratings ratings(String a1c, String a1p, String a2c, String a2p, String b1, String b2) {
        Ratings ratings = new Ratings();
        put(ratings, "A1", Place.COUNTER, a1c);
        put(ratings, "A1", Place.PHONE, a1p);
        put(ratings, "A2", Place.COUNTER, a2c);
        put(ratings, "A2", Place.PHONE, a2p);
        put(ratings, "B1", Place.COUNTER, b1);
        put(ratings, "B2", Place.ORGANISATION, b2);
        return ratings;
    }

    private static void put(Ratings ratings, String criterion, Place place, String grade) {
        if (!grade.equals("-")) {
            ratings.put(criterion, place, grade.equals("N") ? NA : Grade.of(Integer.parseInt(grade)));
        }
    }

    private static CriterionScore criterion(ScoreSheet sheet, String code) {
        return sheet.criteria()
                .filter(one -> one.criterion().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String exact(Score score) {
        return score == null
                ? "none"
                : Objects.requireNonNull(score).exact().toString().replace(" ", "");
    }
}
