package org.capaccueil.mystery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.indicator.Indicators.Aim;
import org.capaccueil.mystery.domain.Ratings.Counted;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final Aim SEVEN_OF_TWELVE = new Aim(BigDecimal.valueOf(7), 12);
    private static final GridItem GREETS =
            new GridItem("I1", Moment.WELCOME, "Le service salue", Measure.POINTS, 3, false, Set.of(VisitKind.VISIT));
    private static final GridItem QUEUE =
            new GridItem("I2", Moment.ACCESS, "L'attente est dite", Measure.POINTS, 2, true, Set.of(VisitKind.VISIT));
    private static final GridItem MINUTES =
            new GridItem("I3", Moment.ACCESS, "Attente", Measure.MINUTES, 240, true, Set.of(VisitKind.VISIT));

    private static Counted noted(UUID visit, GridItem item, String typed) {
        return new Counted(
                visit,
                TeamId.random(),
                UUID.randomUUID(),
                "Guichet",
                Channel.COUNTER,
                LocalDate.of(2027, 3, 12),
                item.code(),
                Rating.of(item, typed));
    }

    @Test
    void pointsObtainedOutOfThosePossibleOnTenAndNothingIsRounded() {
        UUID visit = UUID.randomUUID();
        Score score = Score.of(List.of(noted(visit, GREETS, "2"), noted(visit, QUEUE, "2")));

        assertThat(score).isEqualTo(new Score(4, 5, 1));
        assertThat(score.value()).isEqualByComparingTo("8");
        assertThat(new Score(2, 3, 1).value()).isEqualTo("6." + "6".repeat(33));
    }

    @Test
    void whatHadNoObjectLeavesBothSumsAndAMeasureIsInNeither() {
        UUID visit = UUID.randomUUID();

        Score score = Score.of(List.of(
                noted(visit, GREETS, "3"), noted(visit, QUEUE, Rating.NOT_APPLICABLE), noted(visit, MINUTES, "45")));

        assertThat(score).isEqualTo(new Score(3, 3, 1));
        assertThat(score.value()).isEqualByComparingTo("10");
    }

    @Test
    void nothingPossibleIsNoScore() {
        Score none = Score.of(List.of(noted(UUID.randomUUID(), QUEUE, Rating.NOT_APPLICABLE)));

        assertThat(none.value()).isNull();
        assertThat(none.visits()).isZero();
        assertThat(none.against(SEVEN_OF_TWELVE)).isEqualTo(Verdict.SMALL_BASE);
    }

    @Test
    void elevenVisitsAreShownAndNotJudgedAndTwelveAre() {
        List<Counted> noted = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            noted.add(noted(UUID.randomUUID(), GREETS, "3"));
        }
        assertThat(Score.of(noted).against(SEVEN_OF_TWELVE)).isEqualTo(Verdict.SMALL_BASE);
        noted.add(noted(UUID.randomUUID(), GREETS, "0"));
        // 33 of 36 points
        assertThat(Score.of(noted)).isEqualTo(new Score(33, 36, 12));
        assertThat(Score.of(noted).against(SEVEN_OF_TWELVE)).isEqualTo(Verdict.REACHED);
    }

    @Test
    void theExactValueIsHeldAgainstTheTargetAndNotTheOneShown() {
        assertThat(new Score(7, 10, 12).against(SEVEN_OF_TWELVE)).isEqualTo(Verdict.REACHED);
        assertThat(new Score(6_999, 10_000, 12).against(SEVEN_OF_TWELVE)).isEqualTo(Verdict.MISSED);
    }

    private static Counted at(TeamId team, UUID point, String name) {
        return new Counted(
                UUID.randomUUID(),
                team,
                point,
                name,
                Channel.COUNTER,
                LocalDate.of(2027, 3, 12),
                GREETS.code(),
                Rating.of(GREETS, "3"));
    }

    @Test
    void twoPointsOfOneNameAreTwoRowsToldApartByTheirTeam() {
        TeamId north = TeamId.random();
        TeamId south = TeamId.random();
        UUID here = UUID.randomUUID();
        List<Counted> noted = List.of(
                at(north, here, "Accueil"),
                at(north, here, "Accueil"),
                at(south, UUID.randomUUID(), "Accueil"),
                at(south, UUID.randomUUID(), "Annexe"));

        assertThat(MysteryResults.rows(
                        noted,
                        SEVEN_OF_TWELVE,
                        Counted::point,
                        Counted::pointName,
                        one -> one.team().equals(north) ? "Nord" : "Sud"))
                .extracting(row -> row.label() + " " + row.score().visits())
                .containsExactly("Accueil (Nord) 2", "Accueil (Sud) 1", "Annexe 1");
    }

    @Test
    void aRatingIsWhatItsLineAllows() {
        assertThat(Rating.of(QUEUE, "N").isNotApplicable()).isTrue();
        assertThatThrownBy(() -> Rating.of(GREETS, "N")).hasMessageContaining("se note toujours");
        for (String wrong : List.of("4", "-1", "2,5", "deux", "99999")) {
            assertThatThrownBy(() -> Rating.of(GREETS, wrong))
                    .as(wrong)
                    .isInstanceOf(BusinessRefusal.class)
                    .hasMessageContaining("0 à 3 points");
        }
        assertThat(Rating.of(MINUTES, "240").typed()).isEqualTo("240");
        assertThatThrownBy(() -> Rating.of(MINUTES, "241")).hasMessageContaining("0 à 240 (min)");
    }

    @Test
    void theShippedGridScoresEveryKindOfVisitAndSpeaksOfNoPerson() {
        Starter.Shipped shipped = Starter.shipped();
        GridText grid = new GridText(shipped.items());

        grid.requireUsable();
        shipped.items().forEach(GridItem::requireSound);
        shipped.scenarios().forEach(ScenarioText::requireSound);
        assertThat(grid.byMoment().keySet()).containsExactly(Moment.values());
        assertThat(shipped.scenarios()).extracting(ScenarioText::kind).containsExactlyInAnyOrder(VisitKind.values());
        assertThat(shipped.items()).extracting(GridItem::text).noneMatch(text -> text.matches("(?i).*\\bagent.*"));
    }

    @Test
    void aGridWithoutALineThatIsAlwaysScoredIsRefused() {
        assertThatThrownBy(() -> new GridText(List.of(QUEUE)).requireUsable()).hasMessageContaining("visite");
    }
}
