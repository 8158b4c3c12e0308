package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.Indicators.Asked;
import org.capaccueil.indicator.domain.Definitions;
import org.capaccueil.indicator.domain.Gathering;
import org.capaccueil.indicator.domain.GivenFigures;
import org.capaccueil.indicator.domain.Owner;
import org.capaccueil.indicator.domain.SeriesDraft;
import org.capaccueil.indicator.domain.SeriesReading;
import org.capaccueil.indicator.domain.SeriesReading.History;
import org.capaccueil.indicator.domain.SeriesReading.Line;
import org.capaccueil.indicator.domain.SeriesReading.Point;
import org.capaccueil.indicator.domain.SeriesView;
import org.capaccueil.indicator.domain.ValueEntry;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Indicator.Direction;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.Verdict;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.OneFigure;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a commune follows, and the values its teams give and revise, on the real database. */
@ApplicationTest
class IndicatorTest {

    private static final LocalDate TODAY = LocalDate.now(PublicTime.ZONE);
    private static final Period MONTH = Period.lastOver(Frequency.MONTH, TODAY);

    @Autowired
    Fixtures fixtures;

    @Autowired
    Definitions definitions;

    @Autowired
    ValueEntry entry;

    @Autowired
    SeriesReading reading;

    @Autowired
    Indicators indicators;

    @Autowired
    Standards standards;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void everyCommuneHasTheSixteenOfTheStarterStandardOnceAndReadsThemFromThere() {
        Town town = fixtures.town();

        List<SeriesView> shipped = definitions.of(town.commune());

        assertThat(shipped).hasSize(16).allMatch(SeriesView::shipped);
        assertThat(definitions.of(town.commune()))
                .extracting(SeriesView::id)
                .containsExactlyElementsOf(shipped.stream().map(SeriesView::id).toList());
        var standard = standards.content(fixtures.starterStandard());
        assertThat(shipped).allSatisfy(series -> {
            var indicator = standard.indicator(series.code()).orElseThrow();
            assertThat(series.title()).isEqualTo(indicator.titleFr());
            assertThat(series.indicator().target()).isEqualByComparingTo(indicator.target());
            assertThat(series.indicator().alert()).isEqualByComparingTo(indicator.alert());
            assertThat(series.indicator().channels()).isEqualTo(indicator.channels());
            assertThat(series.indicator().minSample()).isEqualTo(indicator.minSample());
        });
    }

    @Test
    void theClosedFormOfEachShippedFormulaIsTheOneItsWordsSay() {
        Town town = fixtures.town();

        assertThat(kind(town, "TEL-ANSWER")).isEqualTo(Kind.SHARE);
        assertThat(kind(town, "CNT-WAIT")).isEqualTo(Kind.MEAN);
        assertThat(kind(town, "SAT10")).isEqualTo(Kind.MEAN);
        assertThat(kind(town, "MYST")).isEqualTo(Kind.TEN_POINTS);
        assertThat(kind(town, "HOURS")).isEqualTo(Kind.COUNT);
        assertThat(definitions.of(town.commune()).stream()
                        .filter(one -> one.formula().kind() == Kind.SHARE))
                .hasSize(12);
        assertThat(definitions.of(town.commune()).stream()
                        .filter(one -> one.gathering() == Gathering.LATEST)
                        .map(SeriesView::code))
                .containsExactlyInAnyOrder("TRAIN", "RGAA", "HOURS");
        Formula answer = definitions.coded(town.commune(), "TEL-ANSWER").formula();
        assertThat(answer.part().name()).isEqualTo("appels décrochés par un agent");
        assertThat(answer.base())
                .isEqualTo(
                        definitions.coded(town.commune(), "TEL-30S").formula().base());
    }

    private Kind kind(Town town, String code) {
        return definitions.coded(town.commune(), code).formula().kind();
    }

    @Test
    void aManagerDefinesAnIndicatorAndAnotherFormulaBeginsAnEditionThatLeavesOldValuesTheirs() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        SeriesDraft draft = draft("TEL-DUREE", Kind.MEAN, "min");
        var id = definitions.define(manager, draft);
        give(manager, town, "TEL-DUREE", MONTH, 0, "300", "100", null);
        SeriesView before = definitions.coded(town.commune(), "TEL-DUREE");

        definitions.change(
                manager,
                id,
                before.version(),
                reckoned(
                        draft,
                        new Formula(Kind.RATIO, draft.formula().part(), new Quantity("heures d'ouverture", "h")),
                        "min/h"));

        SeriesView after = definitions.coded(town.commune(), "TEL-DUREE");
        assertThat(after.editions()).extracting(SeriesView.Edition::number).containsExactly(1, 2);
        assertThat(after.formula().kind()).isEqualTo(Kind.RATIO);
        Point point = history(manager, town, "TEL-DUREE").point(MONTH);
        assertThat(point.standing()).isNotNull();
        assertThat(point.standing().how().unit()).isEqualTo("min");
        assertThat(point.standing().value()).isEqualByComparingTo("3");
        assertThat(trail(town)).anyMatch(line -> line.contains("édition 2 de son calcul"));
    }

    @Test
    void twoManagersWhoChangeTheSameDefinitionLoseNothing() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        var id = definitions.define(manager, draft("TEL-DUREE", Kind.MEAN, "min"));
        long seen = definitions.coded(town.commune(), "TEL-DUREE").version();
        SeriesDraft mine = titled(draft("TEL-DUREE", Kind.MEAN, "min"), "Durée d'un appel");
        SeriesDraft theirs = titled(mine, "Durée d'une conversation");
        definitions.change(manager, id, seen, theirs);

        assertThatThrownBy(() -> definitions.change(manager, id, seen, mine))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, conflict -> assertThat(conflict.differences())
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.saved()).isEqualTo("Durée d'une conversation");
                            assertThat(one.yours()).isEqualTo("Durée d'un appel");
                        }));
        // who saw the new one and wants the same again changes nothing
        definitions.change(manager, id, seen, theirs);
    }

    @Test
    void whatIsRetiredKeepsItsValuesTakesNoMoreAndComesBack() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        give(manager, town, "TEL-ANSWER", MONTH, 0, "900", "1000", null);
        var id = definitions.coded(town.commune(), "TEL-ANSWER").id();

        assertThatThrownBy(() -> definitions.retire(manager, id, " ")).isInstanceOf(BusinessRefusal.class);
        definitions.retire(manager, id, "L'autocommutateur ne le dit plus");

        assertThat(reading.board(manager, town.team()).lines())
                .noneMatch(line -> line.series().code().equals("TEL-ANSWER"));
        assertThat(history(manager, town, "TEL-ANSWER").point(MONTH).standing()).isNotNull();
        assertThatThrownBy(() -> give(manager, town, "TEL-ANSWER", MONTH, 1, "901", "1000", "Faute"))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> definitions.change(
                        manager,
                        id,
                        1,
                        definitions.coded(town.commune(), "TEL-ANSWER").draft()))
                .isInstanceOf(StepNoLongerOpen.class);
        definitions.takeUpAgain(manager, id);
        give(manager, town, "TEL-ANSWER", MONTH, 1, "901", "1000", "Faute de lecture");
    }

    @Test
    void onlyManagersOfTheCommuneDefine() {
        Town town = fixtures.town();
        Town other = fixtures.town();
        var id = definitions.coded(town.commune(), "TEL-ANSWER").id();

        assertThatThrownBy(() -> definitions.define(fixtures.actor(town.lead()), draft("X-1", Kind.MEAN, "min")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> definitions.toChange(fixtures.actor(town.agent()), id))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> definitions.toChange(fixtures.actor(other.manager()), id))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> definitions.define(fixtures.actor(town.manager()), draft("TEL-ANSWER", Kind.MEAN, "min")))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("code"));
    }

    @Test
    void aDefinitionThatContradictsItselfIsRefusedAtItsField() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());

        assertRefused(manager, draft("tel", Kind.MEAN, "min"), "code");
        assertRefused(manager, draft("TEL-X", Kind.MEAN, "%"), "unit");
        assertRefused(manager, draft("TEL-X", Kind.SHARE, "min"), "unit");
        assertRefused(manager, draft("TEL-X", Kind.TEN_POINTS, "min"), "unit");
        SeriesDraft good = draft("TEL-X", Kind.MEAN, "min");
        assertRefused(
                manager,
                new SeriesDraft(
                        good.code(),
                        good.title(),
                        good.formula(),
                        good.unit(),
                        Direction.LOWER,
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        good.frequency(),
                        good.gathering(),
                        good.channels(),
                        1,
                        good.source(),
                        "",
                        good.owner()),
                "alert");
        assertRefused(
                manager,
                new SeriesDraft(
                        good.code(),
                        good.title(),
                        good.formula(),
                        good.unit(),
                        good.direction(),
                        good.target(),
                        good.alert(),
                        good.frequency(),
                        good.gathering(),
                        Set.of(),
                        1,
                        good.source(),
                        "",
                        good.owner()),
                "channels");
        assertRefused(
                manager,
                new SeriesDraft(
                        good.code(),
                        good.title(),
                        good.formula(),
                        good.unit(),
                        good.direction(),
                        good.target(),
                        good.alert(),
                        good.frequency(),
                        good.gathering(),
                        good.channels(),
                        1,
                        good.source(),
                        "",
                        new Owner(fixtures.town().agent(), null)),
                "owner");
    }

    private void assertRefused(Actor manager, SeriesDraft draft, String field) {
        assertThatThrownBy(() -> definitions.define(manager, draft))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo(field));
    }

    @Test
    void aRevisionKeepsTheOldValueTheReasonWhoAndWhen() {
        Town town = fixtures.town();
        Actor agent = fixtures.actor(town.agent());
        Actor lead = fixtures.actor(town.lead());
        give(agent, town, "TEL-ANSWER", MONTH, 0, "852", "1000", null);

        assertThatThrownBy(() -> give(lead, town, "TEL-ANSWER", MONTH, 1, "862", "1000", null))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("reason"));
        give(lead, town, "TEL-ANSWER", MONTH, 1, "862", "1000", "Un jour avait été oublié");
        // the same again is nothing new
        give(lead, town, "TEL-ANSWER", MONTH, 2, "862.0", "1000", null);

        Point point = history(agent, town, "TEL-ANSWER").point(MONTH);
        assertThat(point.revisions()).hasSize(2);
        assertThat(point.revisions().get(0).value()).isEqualByComparingTo("85.2");
        assertThat(point.revisions().get(0).by()).isEqualTo("Karim Agent");
        assertThat(point.revisions().get(0).given().current()).isFalse();
        assertThat(point.revisions().get(1).given().reason()).isEqualTo("Un jour avait été oublié");
        assertThat(point.revisions().get(1).by()).isEqualTo("Éloïse Responsable");
        assertThat(point.standing()).isEqualTo(point.revisions().get(1));
        assertThat(point.standing().verdict()).isEqualTo(Verdict.TARGET_MET);
        assertThat(trail(town))
                .anyMatch(line -> line.contains("Valeur révisée")
                        && line.contains("85,2 % (852 sur 1000)")
                        && line.contains("86,2 % (862 sur 1000)")
                        && line.contains("Un jour avait été oublié"));
        assertThat(history(fixtures.actor(town.manager()), town, "TEL-ANSWER")
                        .point(MONTH)
                        .revisions())
                .as("who typed a figure is for the team alone")
                .allMatch(one -> "l'équipe".equals(one.by()));
    }

    @Test
    void theDatabaseItselfOverwritesNoValue() {
        Town town = fixtures.town();
        give(fixtures.actor(town.agent()), town, "TEL-ANSWER", MONTH, 0, "852", "1000", null);
        JdbcClient owner = TestPostgres.asOwner(environment);
        owner.sql("select set_config('capaccueil.scope', '*', false)")
                .query(String.class)
                .single();

        for (String change : List.of("part = 999", "at = now()", "reason = 'x'", "current = true")) {
            assertThatThrownBy(() -> jdbc.sql("update indicator_value set " + change + " where team_id = ?")
                            .param(town.team().value())
                            .update())
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void ofTwoWhoGiveAtOnceOneIsToldWhatTheOtherGave() throws Exception {
        Town town = fixtures.town();
        definitions.of(town.commune());
        Actor agent = fixtures.actor(town.agent());
        Actor lead = fixtures.actor(town.lead());
        ExecutorService threads = SystemScope.threads(2);
        try {
            List<Callable<String>> both = List.of(() -> outcome(agent, town, "852"), () -> outcome(lead, town, "853"));
            List<Future<String>> ends = threads.invokeAll(both);

            assertThat(ends).extracting(Future::get).containsExactlyInAnyOrder("kept", "told");
        } finally {
            threads.shutdownNow();
        }
        assertThat(history(agent, town, "TEL-ANSWER").point(MONTH).revisions()).hasSize(1);
    }

    private String outcome(Actor actor, Town town, String part) {
        try {
            give(actor, town, "TEL-ANSWER", MONTH, 0, part, "1000", null);
            return "kept";
        } catch (ChangedMeanwhile told) {
            return "told";
        }
    }

    @Test
    void membersGiveTheirTeamsValuesManagersAllAndOthersNone() {
        Town town = fixtures.town();
        Town other = fixtures.town();
        Actor leadership = fixtures.actor(town.leadership());

        give(fixtures.actor(town.agent()), town, "TEL-ANSWER", MONTH, 0, "1", "2", null);
        give(fixtures.actor(town.manager()), town, "TEL-30S", MONTH, 0, "1", "2", null);

        assertThat(history(leadership, town, "TEL-ANSWER").mayFill()).isFalse();
        assertThatThrownBy(() -> give(leadership, town, "TEL-ANSWER", MONTH, 1, "1", "3", "x"))
                .isInstanceOf(NotAllowed.class);
        for (Actor stranger : List.of(fixtures.actor(other.manager()), fixtures.actor(town.auditor()))) {
            assertThatThrownBy(() -> give(stranger, town, "TEL-ANSWER", MONTH, 1, "1", "3", "x"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> history(stranger, town, "TEL-ANSWER")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> reading.board(stranger, town.team())).isInstanceOf(NotFound.class);
        }
        assertThat(reading.teams(fixtures.actor(town.auditor()))).isEmpty();
    }

    @Test
    void aPeriodThatIsNotOverOrIsNotTheSeriesOwnIsRefused() {
        Town town = fixtures.town();
        Actor agent = fixtures.actor(town.agent());

        for (Period wrong : List.of(
                MONTH.next().next(),
                Period.of(Frequency.QUARTER, MONTH.start()).previous(),
                Period.of(Frequency.MONTH, TODAY.minusYears(6)))) {
            assertThatThrownBy(() -> give(agent, town, "TEL-ANSWER", wrong, 0, "1", "2", null))
                    .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                            .isEqualTo("period"));
        }
        assertThatThrownBy(() -> give(agent, town, "MAIL-15D", MONTH, 0, "1", "2", null))
                .as("the team has no mail")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aValueFarFromTheLastOneIsKeptAndWorthASecondLook() {
        Town town = fixtures.town();
        Actor agent = fixtures.actor(town.agent());
        give(agent, town, "TEL-ANSWER", MONTH.previous(), 0, "900", "1000", null);

        assertThat(give(agent, town, "TEL-ANSWER", MONTH, 0, "400", "1000", null))
                .hasSize(1);
        assertThat(give(agent, town, "TEL-ANSWER", MONTH, 1, "890", "1000", "Colonne confondue"))
                .isEmpty();
    }

    @Test
    void aMissingMonthIsAGapAndLateAndASmallBaseIsNotJudged() {
        Town town = fixtures.town();
        Actor agent = fixtures.actor(town.agent());
        Period first = MONTH.previous().previous().previous();
        give(agent, town, "TEL-ANSWER", first, 0, "60", "199", null);
        give(agent, town, "TEL-ANSWER", first.next().next(), 0, "60", "200", null);

        History history = history(agent, town, "TEL-ANSWER");

        assertThat(history.points()).extracting(Point::period).contains(first.next());
        assertThat(history.point(first).standing().verdict()).isEqualTo(Verdict.BASE_TOO_SMALL);
        assertThat(history.point(first.next().next()).standing().verdict()).isEqualTo(Verdict.ALERT);
        assertThat(history.point(first.next()).standing()).isNull();
        assertThat(history.point(first.next()).late()).isTrue();
        assertThat(history.next()).isEqualTo(first.next());
        Line line = line(agent, town, "TEL-ANSWER");
        assertThat(line.late()).contains(first.next());
        assertThat(line(agent, town, "TEL-30S").late())
                .as("nobody waits for what was never begun")
                .isEmpty();
    }

    @Test
    void aMonthWithoutAnyCaseIsGivenAsSuchJudgedByNothingAndNoLongerWaitedFor() {
        Town town = fixtures.town();
        Actor agent = fixtures.actor(town.agent());
        Period first = MONTH.previous().previous().previous();
        give(agent, town, "TEL-ANSWER", first, 0, "180", "200", null);
        assertThat(history(agent, town, "TEL-ANSWER").point(first.next()).late())
                .isTrue();

        give(agent, town, "TEL-ANSWER", first.next(), 0, "0", "0", null);

        Point none = history(agent, town, "TEL-ANSWER").point(first.next());
        assertThat(none.late()).isFalse();
        assertThat(none.standing().value()).isNull();
        assertThat(none.standing().verdict()).isEqualTo(Verdict.NO_CASES);
        assertThat(line(agent, town, "TEL-ANSWER").late()).doesNotContain(first.next());
        assertThat(trail(town)).anyMatch(line -> line.contains("Valeur donnée") && line.contains("aucun cas"));
        assertThat(OneFigure.of(indicators, "TEL-ANSWER", "%", town.team(), Channel.PHONE, first.start(), MONTH.end()))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualByComparingTo("90"));
        assertThat(OneFigure.of(
                        indicators,
                        "TEL-ANSWER",
                        "%",
                        town.team(),
                        Channel.PHONE,
                        first.next().start(),
                        first.next().end()))
                .as("nothing to say")
                .isEmpty();
    }

    private Line line(Actor actor, Town town, String code) {
        return reading.board(actor, town.team()).lines().stream()
                .filter(one -> one.series().code().equals(code) && one.channel() == Channel.PHONE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void otherRoomsGetTheSumOfWhatWasGivenWithinTheDaysTheyAskFor() {
        Town town = fixtures.town();
        Actor agent = fixtures.actor(town.agent());
        Period first = MONTH.previous();
        give(agent, town, "TEL-ANSWER", first, 0, "800", "1000", null);
        give(agent, town, "TEL-ANSWER", MONTH, 0, "100", "500", null);

        Optional<Figure> both =
                OneFigure.of(indicators, "TEL-ANSWER", "%", town.team(), Channel.PHONE, first.start(), MONTH.end());
        Optional<Figure> one = OneFigure.of(
                indicators,
                "TEL-ANSWER",
                "%",
                town.team(),
                Channel.PHONE,
                first.start().plusDays(1),
                MONTH.end());

        assertThat(both).hasValueSatisfying(figure -> {
            assertThat(figure.numerator()).isEqualByComparingTo("900");
            assertThat(figure.denominator()).isEqualByComparingTo("1500");
            assertThat(figure.value()).isEqualByComparingTo("60");
            assertThat(figure.from()).isEqualTo(first.start());
            assertThat(figure.source()).isEqualTo("Autocommutateur");
        });
        assertThat(one).hasValueSatisfying(figure -> assertThat(figure.value()).isEqualByComparingTo("20"));
        assertThat(OneFigure.of(
                        indicators, "TEL-ANSWER", "%", town.team(), Channel.COUNTER, first.start(), MONTH.end()))
                .isEmpty();
        assertThat(OneFigure.of(indicators, "NOT-THERE", "%", town.team(), Channel.PHONE, first.start(), MONTH.end()))
                .isEmpty();
    }

    @Test
    void aYearlyValueIsKnownAllTheYearAfterAlthoughTheLastTwelveMonthsNeverHoldAWholeYear() {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        SeriesDraft draft = draft("TEL-AN", Kind.MEAN, "min");
        definitions.define(
                manager,
                new SeriesDraft(
                        draft.code(),
                        draft.title(),
                        draft.formula(),
                        draft.unit(),
                        draft.direction(),
                        draft.target(),
                        draft.alert(),
                        Frequency.YEAR,
                        draft.gathering(),
                        draft.channels(),
                        draft.minBase(),
                        draft.source(),
                        draft.provenance(),
                        draft.owner()));
        Period last = Period.lastOver(Frequency.YEAR, TODAY);
        give(manager, town, "TEL-AN", last.previous(), 0, "900", "100", null);
        give(manager, town, "TEL-AN", last, 0, "300", "100", null);
        Asked asked = new Asked("TEL-AN", "min", Channel.PHONE);

        assertThat(indicators.lately(town.team(), Set.of(asked), TODAY)).hasEntrySatisfying(asked, figure -> {
            assertThat(figure.value()).isEqualByComparingTo("3");
            assertThat(figure.from()).isEqualTo(last.start());
            assertThat(figure.to()).isEqualTo(last.end());
        });
    }

    private List<String> give(
            Actor actor,
            Town town,
            String code,
            Period period,
            int seen,
            String part,
            String base,
            @Nullable String reason) {
        return entry.give(
                        actor,
                        town.team(),
                        code,
                        Channel.PHONE,
                        period,
                        seen,
                        new GivenFigures(new BigDecimal(part), new BigDecimal(base), "Autocommutateur", null, reason))
                .surprises();
    }

    private History history(Actor actor, Town town, String code) {
        return reading.history(actor, town.team(), code, Channel.PHONE);
    }

    private List<String> trail(Town town) {
        return jdbc.sql(
                        """
                select concat_ws(' | ', subject, action, before_value, after_value, reason) from trail_entry
                where commune_id = ? order by id""")
                .param(town.commune().value())
                .query(String.class)
                .list();
    }

    static SeriesDraft draft(String code, Kind kind, String unit) {
        return new SeriesDraft(
                code,
                "Durée des appels",
                new Formula(
                        kind,
                        new Quantity("minutes d'appel", "min"),
                        kind.hasBase() ? new Quantity("appels traités", "cas") : null),
                unit,
                Direction.LOWER,
                BigDecimal.valueOf(4),
                BigDecimal.valueOf(6),
                Frequency.MONTH,
                Gathering.SUM,
                Set.of(Channel.PHONE),
                30,
                "Autocommutateur",
                "choix local",
                new Owner(null, Role.TEAM_LEAD));
    }

    static SeriesDraft reckoned(SeriesDraft draft, Formula formula, String unit) {
        return new SeriesDraft(
                draft.code(),
                draft.title(),
                formula,
                unit,
                draft.direction(),
                draft.target(),
                draft.alert(),
                draft.frequency(),
                draft.gathering(),
                draft.channels(),
                draft.minBase(),
                draft.source(),
                draft.provenance(),
                draft.owner());
    }

    private static SeriesDraft titled(SeriesDraft draft, String title) {
        return new SeriesDraft(
                draft.code(),
                title,
                draft.formula(),
                draft.unit(),
                draft.direction(),
                draft.target(),
                draft.alert(),
                draft.frequency(),
                draft.gathering(),
                draft.channels(),
                draft.minBase(),
                draft.source(),
                draft.provenance(),
                draft.owner());
    }
}
