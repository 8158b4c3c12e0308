package org.capaccueil.mystery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.capaccueil.indicator.WorkingDays;
import org.capaccueil.mystery.domain.Planner.Candidate;
import org.capaccueil.mystery.domain.Planner.Played;
import org.capaccueil.mystery.domain.Planner.Proposed;
import org.capaccueil.mystery.domain.Planner.Spot;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

    private static Spot spot(TeamId team, UUID point, Channel channel) {
        return new Spot(UUID.randomUUID(), team, point, "Guichet", channel);
    }

    private static List<Candidate> people(int number, TeamId... barred) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Candidate(new PersonId(new UUID(1, i)), Set.of(barred)))
                .toList();
    }

    private static Played script(VisitKind kind) {
        return new Played(UUID.randomUUID(), kind);
    }

    @Test
    void sixVisitsAreSpreadOverTheDaysTheHalvesAndTheObservers() {
        List<Proposed> plan = new Planner(
                        List.of(spot(TeamId.random(), UUID.randomUUID(), Channel.COUNTER)),
                        6,
                        List.of(script(VisitKind.VISIT), script(VisitKind.VISIT)),
                        people(3),
                        MONDAY,
                        MONDAY.plusDays(18),
                        PeakHours.of(""))
                .propose();

        assertThat(plan)
                .extracting(Proposed::day)
                .containsExactly(
                        MONDAY,
                        LocalDate.of(2027, 3, 3),
                        LocalDate.of(2027, 3, 8),
                        LocalDate.of(2027, 3, 10),
                        LocalDate.of(2027, 3, 15),
                        LocalDate.of(2027, 3, 17));
        assertThat(plan).extracting(Proposed::hour).containsExactly(9, 14, 10, 15, 11, 16);
        assertThat(plan.stream()
                        .collect(Collectors.groupingBy(Proposed::observer, Collectors.counting()))
                        .values())
                .containsExactly(2L, 2L, 2L);
        assertThat(plan.stream()
                        .collect(Collectors.groupingBy(Proposed::script, Collectors.counting()))
                        .values())
                .containsExactly(3L, 3L);
    }

    @Test
    void holidaysAndWeekendsAreNoDays() {
        LocalDate easterMonday = LocalDate.of(2027, 3, 29);
        assertThatThrownBy(() -> new Planner(
                                List.of(spot(TeamId.random(), UUID.randomUUID(), Channel.PHONE)),
                                1,
                                List.of(script(VisitKind.CALL)),
                                people(1),
                                easterMonday.minusDays(2),
                                easterMonday,
                                PeakHours.of(""))
                        .propose())
                .hasMessageContaining("plus de jour ouvré");
    }

    @Test
    void tooFewObserversAreCountedBeforeAnythingIsProposed() {
        TeamId team = TeamId.random();
        UUID point = UUID.randomUUID();
        List<Spot> sameKindTwice = List.of(spot(team, point, Channel.DIGITAL), spot(team, point, Channel.MAIL));
        List<Candidate> observers = new ArrayList<>(people(3));
        observers.add(new Candidate(PersonId.random(), Set.of(team)));

        assertThatThrownBy(() -> new Planner(
                                sameKindTwice,
                                2,
                                List.of(script(VisitKind.MESSAGE)),
                                observers,
                                MONDAY,
                                MONDAY.plusDays(30),
                                PeakHours.of(""))
                        .propose())
                .hasMessageContaining("demande 4 observations")
                .hasMessageContaining("3 observateur(s) possible(s) et 1 scénario(s)");
        assertThatThrownBy(() -> new Planner(
                                sameKindTwice,
                                1,
                                List.of(script(VisitKind.CALL)),
                                observers,
                                MONDAY,
                                MONDAY.plusDays(30),
                                PeakHours.of(""))
                        .propose())
                .hasMessageContaining("aucun n'est du type « Message »");
    }

    @Test
    void peaksOverTheWholePeriodLeaveNoHour() {
        assertThatThrownBy(() -> new Planner(
                                List.of(spot(TeamId.random(), UUID.randomUUID(), Channel.COUNTER)),
                                1,
                                List.of(script(VisitKind.VISIT)),
                                people(1),
                                MONDAY,
                                MONDAY.plusDays(4),
                                PeakHours.of("8-18"))
                        .propose())
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("heures de pointe");
    }

    @Test
    void peakHoursAreReadAsTheyAreWritten() {
        PeakHours peaks = PeakHours.of("Lundi 9-12, mercredis 14 h – 16 h; 11-12");

        assertThat(peaks.holds(MONDAY, 9)).isTrue();
        assertThat(peaks.holds(MONDAY, 12)).isFalse();
        assertThat(peaks.holds(MONDAY.plusDays(2), 15)).isTrue();
        assertThat(peaks.holds(MONDAY.plusDays(3), 11)).isTrue();
        assertThat(peaks.holds(MONDAY.plusDays(3), 10)).isFalse();
        for (String wrong : List.of("le matin", "lundi 12-9", "samedi 9-12", "9-25", "lundi")) {
            assertThatThrownBy(() -> PeakHours.of(wrong)).as(wrong).isInstanceOf(BusinessRefusal.class);
        }
    }

    /** A thousand towns drawn at random: where a plan is proposed every rule holds, and where none is the count says why. */
    @Test
    void whateverTheTownNoPlanBreaksARule() {
        int proposed = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            List<TeamId> teams = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                    .mapToObj(i -> TeamId.random())
                    .toList();
            List<Spot> spots = new ArrayList<>();
            for (TeamId team : teams) {
                UUID point = UUID.randomUUID();
                for (Channel channel : Channel.values()) {
                    if (random.nextBoolean()) {
                        spots.add(spot(team, point, channel));
                    }
                }
            }
            List<Played> scripts = IntStream.range(0, 3 + random.nextInt(4))
                    .mapToObj(i -> script(VisitKind.values()[i % 3]))
                    .toList();
            List<Candidate> observers = IntStream.range(0, 1 + random.nextInt(8))
                    .mapToObj(i -> new Candidate(
                            PersonId.random(),
                            teams.stream()
                                    .filter(team -> random.nextInt(4) == 0)
                                    .collect(Collectors.toSet())))
                    .toList();
            DayOfWeek busy = DayOfWeek.of(1 + random.nextInt(5));
            PeakHours peaks = new PeakHours(
                    List.of(new PeakHours.Span(busy, 9, 9 + random.nextInt(9)), new PeakHours.Span(null, 11, 12)));
            LocalDate last = MONDAY.plusDays(20 + random.nextInt(60));
            Planner planner = new Planner(spots, 1 + random.nextInt(4), scripts, observers, MONDAY, last, peaks);
            List<Proposed> plan;
            try {
                plan = planner.propose();
            } catch (BusinessRefusal refused) {
                assertThat(refused.field()).as("seed %s", seed).isIn("perPlace", "scenarios");
                continue;
            }
            proposed++;
            hold(seed, plan, observers, peaks, last);
        }
        assertThat(proposed).isBetween(200, 999);
    }

    private static void hold(
            int seed, List<Proposed> plan, List<Candidate> observers, PeakHours peaks, LocalDate last) {
        Map<PersonId, Candidate> people =
                observers.stream().collect(Collectors.toMap(Candidate::person, candidate -> candidate));
        Set<List<Object>> played = new HashSet<>();
        Set<List<Object>> hours = new HashSet<>();
        for (Proposed one : plan) {
            assertThat(peaks.holds(one.day(), one.hour()))
                    .as("peak, seed %s", seed)
                    .isFalse();
            assertThat(WorkingDays.isWorking(one.day())).isTrue();
            assertThat(one.day()).isBetween(MONDAY, last);
            assertThat(people.get(one.observer()).barred())
                    .as("own team, seed %s", seed)
                    .doesNotContain(one.spot().team());
            assertThat(played.add(List.of(one.spot().point(), one.script(), one.observer())))
                    .as("twice, seed %s", seed)
                    .isTrue();
            assertThat(hours.add(List.of(one.observer(), one.day(), one.hour())))
                    .as("at two places, seed %s", seed)
                    .isTrue();
        }
    }
}
