package org.capaccueil.tally.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.Formula;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.domain.Definitions;
import org.capaccueil.indicator.domain.SeriesDraft;
import org.capaccueil.indicator.domain.SeriesView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.OneFigure;
import org.capaccueil.support.SettableClock;
import org.capaccueil.tally.TallyTown;
import org.capaccueil.tally.domain.Figures.Line;
import org.capaccueil.tally.domain.TallyReading.Exported;
import org.capaccueil.tally.domain.TallyReading.Option;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two teams, one point each, 21 contacts on a Tuesday between ten and eleven, reckoned by hand:
 *
 * <pre>
 * Hôtel de ville  guichet    état civil  6 répondus, 1 orienté, 1 revient
 *                 téléphone  état civil  2 répondus
 *                 téléphone  social      1 répondu, 1 à rappeler, 2 reviennent
 * Annexe          guichet    état civil  4 répondus, 1 rendez-vous, 2 reviennent
 * </pre>
 */
@ApplicationTest
class TallyFiguresTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TallyDesk desk;

    @Autowired
    TallyReading reading;

    @Autowired
    ChoiceBook book;

    @Autowired
    Indicators indicators;

    @Autowired
    Definitions definitions;

    @Autowired
    SettableClock clock;

    private Town town;
    private TeamId annexe;
    private TallyTown here;
    private TallyTown there;
    private LocalDate tuesday;

    @BeforeEach
    void twentyOneContacts() {
        town = fixtures.town();
        String mark = UUID.randomUUID().toString().substring(0, 8);
        PersonId lead = fixtures.person(town.commune(), "Léa", mark, "Responsable");
        PersonId agent = fixtures.person(town.commune(), "Samir", mark, "Agent");
        annexe = fixtures.team(town.manager(), "BIS", "Annexe", lead, agent);
        here = new TallyTown(desk, fixtures.actor(town.agent()));
        there = new TallyTown(desk, fixtures.actor(agent));
        // the last one that is over; it is no week old
        LocalDate today = PublicTime.today(clock);
        tuesday = today.with(TemporalAdjusters.previous(DayOfWeek.TUESDAY));
        if (tuesday.equals(today.minusDays(7))) {
            clock.advance(Duration.ofDays(1));
        }
        tap(here, Channel.COUNTER, "ETAT-CIVIL", 6, Outcome.ANSWERED);
        tap(here, Channel.COUNTER, "ETAT-CIVIL", 1, Outcome.ORIENTED);
        tap(here, Channel.COUNTER, "ETAT-CIVIL", 1, Outcome.CAME_BACK);
        tap(here, Channel.PHONE, "ETAT-CIVIL", 2, Outcome.ANSWERED);
        tap(here, Channel.PHONE, "SOCIAL", 1, Outcome.ANSWERED);
        tap(here, Channel.PHONE, "SOCIAL", 1, Outcome.CALL_BACK);
        tap(here, Channel.PHONE, "SOCIAL", 2, Outcome.CAME_BACK);
        tap(there, Channel.COUNTER, "ETAT-CIVIL", 4, Outcome.ANSWERED);
        tap(there, Channel.COUNTER, "ETAT-CIVIL", 1, Outcome.APPOINTMENT);
        tap(there, Channel.COUNTER, "ETAT-CIVIL", 2, Outcome.CAME_BACK);
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private void tap(TallyTown at, Channel channel, String subject, int times, Outcome outcome) {
        Instant tapped = tuesday.atTime(10, 15).atZone(PublicTime.ZONE).toInstant();
        List<Tap> taps = Collections.nCopies(times, outcome).stream()
                .map(one -> at.tap(UUID.randomUUID(), subject, channel, one, tapped, null))
                .toList();
        assertThat(desk.keepAll(at.actor(), taps, clock.instant())).allMatch(receipt -> receipt.refusal() == null);
    }

    private FigureFilter filter(
            @Nullable UUID point, @Nullable Channel channel, @Nullable UUID subject, @Nullable Outcome outcome) {
        return new FigureFilter(tuesday, tuesday, point, channel, subject, outcome);
    }

    private FigureFilter everything() {
        return filter(null, null, null, null);
    }

    private static String line(Line line) {
        return line.name() + " " + line.count(Outcome.ANSWERED) + " " + line.count(Outcome.ORIENTED) + " "
                + line.count(Outcome.APPOINTMENT) + " " + line.count(Outcome.CALL_BACK) + " "
                + line.count(Outcome.CAME_BACK) + " = " + line.total() + ", " + resolution(line);
    }

    private static String resolution(Line line) {
        return line.resolution() == null
                ? "-"
                : line.resolution().resolved() + " / " + line.resolution().first();
    }

    @Test
    void theWholeCommuneByPointByChannelAndBySubject() {
        Figures figures = reading.figures(fixtures.actor(town.manager()), everything());

        assertThat(line(figures.all())).isEqualTo("Ensemble 13 1 1 1 5 = 21, 9 / 16");
        assertThat(figures.all().resolution().percent()).isEqualByComparingTo("56.25");
        assertThat(figures.all().share(Outcome.ANSWERED)).isEqualByComparingTo("61.9047619047");
        assertThat(figures.byPoint().stream().map(TallyFiguresTest::line))
                .containsExactly("Hôtel de ville 9 1 0 1 3 = 14, 6 / 11", "Hôtel de ville 4 0 1 0 2 = 7, 3 / 5");
        assertThat(figures.byChannel().stream().map(TallyFiguresTest::line))
                .containsExactly("Guichet 10 1 1 0 3 = 15, 15 / 2 / 12", "Téléphone 3 0 0 1 2 = 6, 3 / 2 / 4");
        assertThat(figures.bySubject().stream().map(TallyFiguresTest::line))
                .containsExactly(
                        "État civil, papiers 12 1 1 0 3 = 17, 9 / 14", "Aide sociale, CCAS 1 0 0 1 2 = 4, 0 / 2");
        assertThat(figures.byOrientation().stream().map(TallyFiguresTest::line))
                .containsExactly("CCAS 0 1 0 0 0 = 1, -");
        assertThat(figures.byHour().get(24 + 10)).isEqualTo(21);
        assertThat(figures.byHour().stream().mapToLong(Long::longValue).sum()).isEqualTo(21);
        BigFraction points = figures.byPoint().stream()
                .map(point -> point.resolution().resolved())
                .reduce(BigFraction.ZERO, BigFraction::add);
        assertThat(points).isEqualTo(figures.all().resolution().resolved());
    }

    @Test
    void aMemberReadsTheOwnTeamAndLeadershipTheCommune() {
        assertThat(line(reading.figures(here.actor(), everything()).all()))
                .isEqualTo("Ensemble 9 1 0 1 3 = 14, 6 / 11");
        assertThat(line(reading.figures(there.actor(), everything()).all())).isEqualTo("Ensemble 4 0 1 0 2 = 7, 3 / 5");
        assertThat(reading.figures(there.actor(), filter(here.point(), null, null, null))
                        .isEmpty())
                .as("another team's point")
                .isTrue();
        assertThat(reading.figures(fixtures.actor(town.leadership()), everything())
                        .all()
                        .total())
                .isEqualTo(21);
        assertThat(reading.options(here.actor()).points())
                .extracting(Option::id)
                .containsExactly(here.point());
        assertThat(reading.options(fixtures.actor(town.manager())).points()).hasSize(2);
        assertThat(reading.figures(fixtures.neighbour(town.auditor()), everything())
                        .isEmpty())
                .as("another commune")
                .isTrue();
        assertThatThrownBy(() -> reading.figures(fixtures.actor(town.auditor()), everything()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void filtersNarrowWhatIsCountedButReturnsAreTheCommunes() {
        Actor manager = fixtures.actor(town.manager());

        assertThat(line(reading.figures(manager, filter(there.point(), null, null, null))
                        .all()))
                .isEqualTo("Ensemble 4 0 1 0 2 = 7, 3 / 5");
        assertThat(line(reading.figures(manager, filter(null, Channel.PHONE, null, null))
                        .all()))
                .isEqualTo("Ensemble 3 0 0 1 2 = 6, 3 / 2 / 4");
        assertThat(line(reading.figures(manager, filter(null, null, here.subject("SOCIAL"), null))
                        .all()))
                .isEqualTo("Ensemble 1 0 0 1 2 = 4, 0 / 2");
        assertThat(line(reading.figures(manager, filter(null, null, null, Outcome.CAME_BACK))
                        .all()))
                .as("one outcome alone says nothing of resolution")
                .isEqualTo("Ensemble 0 0 0 0 5 = 5, -");
        assertThat(reading.figures(
                                manager,
                                new FigureFilter(tuesday.plusDays(1), tuesday.plusDays(1), null, null, null, null))
                        .isEmpty())
                .isTrue();
        assertThatThrownBy(() -> new FigureFilter(tuesday, tuesday.minusDays(1), null, null, null, null))
                .hasMessageContaining("finit avant de commencer");
    }

    @Test
    void anArchivedSubjectStaysInTheFigures() {
        Actor manager = fixtures.actor(town.manager());
        UUID social = here.subject("SOCIAL");

        book.archive(manager, social);

        assertThat(reading.figures(manager, everything()).bySubject())
                .extracting(Line::name)
                .contains("Aide sociale, CCAS");
        assertThat(reading.options(manager).subjects())
                .extracting(Option::name)
                .contains("Aide sociale, CCAS (archivé)");
    }

    private Optional<Figure> resolution(TeamId team, Channel channel, LocalDate from, LocalDate to) {
        return OneFigure.of(indicators, "FCR", "%", team, channel, from, to);
    }

    @Test
    void anEvaluationReadsFirstContactResolutionFromTheTally() {
        assertThat(resolution(town.team(), Channel.PHONE, tuesday.minusDays(30), tuesday.plusDays(1)))
                .hasValueSatisfying(figure -> {
                    assertThat(figure.numerator()).isEqualByComparingTo("1.5");
                    assertThat(figure.denominator()).isEqualByComparingTo("4");
                    assertThat(figure.value()).isEqualByComparingTo("37.5");
                    assertThat(figure.cases()).isEqualByComparingTo("4");
                    assertThat(figure.from()).isEqualTo(tuesday);
                    assertThat(figure.to()).isEqualTo(tuesday);
                    assertThat(figure.source())
                            .isEqualTo("Recueil des demandes (retours de toute la période, répartis par sujet)");
                });
        assertThat(resolution(town.team(), Channel.COUNTER, tuesday, tuesday))
                .as("4.5 of 7")
                .hasValueSatisfying(
                        figure -> assertThat(figure.value()).isEqualTo("64.28571428571428571428571428571428"));
        assertThat(resolution(annexe, Channel.COUNTER, tuesday, tuesday))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualByComparingTo("60"));
        assertThat(resolution(annexe, Channel.PHONE, tuesday, tuesday))
                .as("nobody tapped")
                .isEmpty();
        assertThat(resolution(annexe, Channel.COUNTER, tuesday.plusDays(1), tuesday.plusDays(9)))
                .isEmpty();
        assertThat(OneFigure.of(indicators, "CNT-WAIT", "min", annexe, Channel.COUNTER, tuesday, tuesday))
                .isEmpty();
    }

    @Test
    void returnsAloneAreNoFirstContact() {
        tap(there, Channel.PHONE, "ETAT-CIVIL", 3, Outcome.CAME_BACK);

        assertThat(resolution(annexe, Channel.PHONE, tuesday, tuesday)).isEmpty();
    }

    @Test
    void theTallySaysNothingOfASeriesThatIsRetiredOrReckonedInAnotherWay() {
        Actor manager = fixtures.actor(town.manager());
        SeriesView shipped = definitions.coded(town.commune(), "FCR");

        definitions.retire(manager, shipped.id(), "Pas suivi ici");
        assertThat(resolution(annexe, Channel.COUNTER, tuesday, tuesday)).isEmpty();
        definitions.takeUpAgain(manager, shipped.id());
        assertThat(resolution(annexe, Channel.COUNTER, tuesday, tuesday)).isPresent();

        redefine(manager, new Formula(Kind.SHARE, new Quantity("réglées", "cas"), new Quantity("premières", "cas")));
        assertThat(resolution(annexe, Channel.COUNTER, tuesday, tuesday))
                .as("other words for the same")
                .isPresent();
        redefine(manager, new Formula(Kind.RATIO, new Quantity("réglées", "cas"), new Quantity("agents", "agents")));
        assertThat(resolution(annexe, Channel.COUNTER, tuesday, tuesday)).isEmpty();
    }

    private void redefine(Actor manager, Formula formula) {
        SeriesView now = definitions.coded(town.commune(), "FCR");
        SeriesDraft draft = now.draft();
        definitions.change(
                manager,
                now.id(),
                now.version(),
                new SeriesDraft(
                        draft.code(),
                        draft.title(),
                        formula,
                        formula.kind() == Kind.SHARE ? draft.unit() : "cas/agent",
                        draft.direction(),
                        draft.target(),
                        draft.alert(),
                        draft.frequency(),
                        draft.gathering(),
                        draft.channels(),
                        draft.minBase(),
                        draft.source(),
                        draft.provenance(),
                        draft.owner()));
    }

    @Test
    void whatATeamGaveGoesBeforeWhatTheTallyCounted() {
        Period month = Period.lastOver(Frequency.MONTH, tuesday);
        indicators.give(
                fixtures.actor(town.lead()),
                town.team(),
                "FCR",
                Channel.PHONE,
                month,
                new BigDecimal("80"),
                new BigDecimal("100"));

        assertThat(resolution(town.team(), Channel.PHONE, month.start(), tuesday))
                .hasValueSatisfying(figure -> {
                    assertThat(figure.value()).isEqualByComparingTo("80");
                    assertThat(figure.to()).isEqualTo(month.end());
                });
    }

    @Test
    void aMonthGivenWithoutAnyCaseHidesNothingThatWasCounted() {
        Period month = Period.lastOver(Frequency.MONTH, tuesday);
        indicators.give(
                fixtures.actor(town.lead()),
                town.team(),
                "FCR",
                Channel.PHONE,
                month,
                BigDecimal.ZERO,
                BigDecimal.ZERO);

        assertThat(resolution(town.team(), Channel.PHONE, month.start(), tuesday))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualByComparingTo("37.5"));
    }

    @Test
    void theExportHasTheSameContactsHourByHour() {
        List<Exported> lines = new ArrayList<>();

        reading.export(fixtures.actor(town.manager()), everything(), lines::add);

        assertThat(lines)
                .hasSize(10)
                .allMatch(line -> line.hour() == 10 && line.day().equals(tuesday));
        assertThat(lines.stream().mapToLong(Exported::contacts).sum()).isEqualTo(21);
        assertThat(lines)
                .filteredOn(line -> line.outcome() == Outcome.ORIENTED)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.orientation()).isEqualTo("CCAS");
                    assertThat(line.contacts()).isEqualTo(1);
                });
    }

    @Test
    void nightAndSummerTimeFallIntoTheHourOfTheTown() {
        // a quarter past midnight in Paris is the day before in UTC
        Instant early =
                tuesday.plusDays(1).atTime(0, 15).atZone(PublicTime.ZONE).toInstant();
        desk.keepAll(
                here.actor(),
                List.of(here.tap(UUID.randomUUID(), "AUTRE", Channel.COUNTER, Outcome.ANSWERED, early, null)),
                clock.instant());

        Figures figures = reading.figures(
                here.actor(), new FigureFilter(tuesday.plusDays(1), tuesday.plusDays(1), null, null, null, null));

        assertThat(figures.byHour().get(2 * 24)).isEqualTo(1);
    }
}
