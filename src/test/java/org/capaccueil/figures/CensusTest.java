package org.capaccueil.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.domain.Definitions;
import org.capaccueil.indicator.domain.GivenFigures;
import org.capaccueil.indicator.domain.Imports;
import org.capaccueil.indicator.domain.SeriesView;
import org.capaccueil.indicator.domain.ValueEntry;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.OneFigure;
import org.capaccueil.support.SettableClock;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveyedTown;
import org.capaccueil.survey.domain.Answering;
import org.capaccueil.survey.domain.PaperDesk;
import org.capaccueil.survey.domain.Results;
import org.capaccueil.survey.domain.Sampling;
import org.capaccueil.survey.domain.Share;
import org.capaccueil.survey.domain.SurveyDesk;
import org.capaccueil.survey.domain.SurveyPlan;
import org.capaccueil.survey.domain.SurveyPlan.Place;
import org.capaccueil.survey.domain.WayKind;
import org.capaccueil.survey.domain.WayView;
import org.capaccueil.tally.domain.ChoiceView;
import org.capaccueil.tally.domain.FigureFilter;
import org.capaccueil.tally.domain.Figures;
import org.capaccueil.tally.domain.Outcome;
import org.capaccueil.tally.domain.TallyDesk;
import org.capaccueil.tally.domain.TallyDesk.Screen;
import org.capaccueil.tally.domain.TallyReading;
import org.capaccueil.tally.domain.Tap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A census: 3 points, 5 channels, 200 contacts, 120 answers, the events and the values of two months go in through the use
 * cases and come out as figures; each of them is the one that was reckoned outside the product, to the last digit, and what
 * is too small to be shown is hidden.
 */
@ApplicationTest
class CensusTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 31);

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    Register register;

    @Autowired
    Organisation organisation;

    @Autowired
    TallyDesk desk;

    @Autowired
    TallyReading tally;

    @Autowired
    SurveyDesk surveys;

    @Autowired
    Answering answering;

    @Autowired
    PaperDesk paper;

    @Autowired
    Results results;

    @Autowired
    Imports imports;

    @Autowired
    ValueEntry entry;

    @Autowired
    Definitions definitions;

    @Autowired
    Indicators indicators;

    @Autowired
    SettableClock clock;

    private final Map<String, TeamId> teams = new TreeMap<>();
    private final Map<TeamId, Actor> agents = new HashMap<>();
    private final Map<String, PointView> points = new HashMap<>();
    private Town town;
    private Actor manager;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void everyFigureOfTheCensusIsTheOneReckonedOutsideTheProduct() {
        at(LocalDate.of(2027, 5, 3), LocalTime.of(7, 0));
        threePoints();
        SurveyId survey = opened();
        answer(survey);
        tap();
        at(LocalDate.of(2027, 6, 7), LocalTime.of(10, 0));
        surveys.close(manager, survey);
        importEvents();
        giveValues();

        Map<String, String> found = new TreeMap<>();
        readTally(found);
        readFigures(found);
        readSurvey(found, survey);

        Map<String, String> expected = Census.expected();
        assertThat(expected).hasSizeGreaterThan(250);
        assertThat(differences(found, expected)).isEmpty();
    }

    /** What one of the two has and the other has not, or has otherwise. */
    private static Map<String, String> differences(Map<String, String> found, Map<String, String> expected) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        Map<String, String> differences = new TreeMap<>();
        keys.stream()
                .filter(key -> !Objects.equals(found.get(key), expected.get(key)))
                .forEach(key -> differences.put(key, found.get(key) + " and not " + expected.get(key)));
        return differences;
    }

    private void at(LocalDate day, LocalTime time) {
        clock.advance(Duration.between(
                clock.instant(), day.atTime(time).atZone(PublicTime.ZONE).toInstant()));
    }

    private void threePoints() {
        town = fixtures.town(Channel.values());
        manager = fixtures.actor(town.manager());
        register.openPoint(
                manager, town.team(), "Annexe", "2 rue Haute", Set.of(Channel.COUNTER, Channel.PHONE, Channel.DIGITAL));
        TeamId books = register.openTeam(manager, "MEDIA", "Médiathèque", 3_000);
        register.openPoint(manager, books, "Médiathèque", "8 quai Bas", Set.of(Channel.values()));
        PersonId librarian = fixtures.person(
                town.commune(), "Léa Livre", UUID.randomUUID().toString().substring(0, 8), "Bibliothécaire");
        register.enrol(manager, books, librarian, true);
        teams.put("MAIRIE", town.team());
        teams.put("MEDIA", books);
        agents.put(town.team(), fixtures.actor(town.agent()));
        agents.put(books, fixtures.actor(librarian));
        teams.values()
                .forEach(team -> organisation.team(team).points().forEach(point -> points.put(point.name(), point)));
        manager = fixtures.actor(town.manager());
    }

    private TeamId teamOf(String point) {
        return teams.get(point.equals("Médiathèque") ? "MEDIA" : "MAIRIE");
    }

    private SurveyId opened() {
        Set<Place> places = new HashSet<>();
        points.values()
                .forEach(point -> point.channels().forEach(channel -> places.add(new Place(point.id(), channel))));
        return surveyed.opened(
                town,
                new SurveyPlan(
                        surveyed.publishedQuestionnaire(town),
                        "Recensement",
                        LocalDate.of(2027, 5, 3),
                        LocalDate.of(2027, 6, 30),
                        Sampling.RANDOM,
                        10_500,
                        places,
                        Set.of(WayKind.LINK, WayKind.PAPER)));
    }

    private void answer(SurveyId survey) {
        List<WayView> ways = surveyed.ways(town, survey);
        for (Map<String, String> row : Census.rows("answers.csv")) {
            at(LocalDate.parse(row.get("day")), LocalTime.of(15, 0));
            WayView way = ways.stream()
                    .filter(one -> one.pointName().equals(row.get("point"))
                            && one.channel().name().equals(row.get("channel"))
                            && one.kind().name().equals(row.get("way")))
                    .findFirst()
                    .orElseThrow();
            int grade = Integer.parseInt(row.get("grade"));
            if (way.kind() == WayKind.PAPER) {
                Map<String, List<String>> sheet = new HashMap<>();
                SurveyedTown.answers(grade, "").forEach(one -> sheet.put(one.getKey(), List.of(one.getValue())));
                paper.type(agents.get(way.team()), survey, way.id(), answering.begin(), sheet);
            } else {
                surveyed.answer(way, grade, "");
            }
        }
    }

    /** What was tapped is sent at the end of each week, and sent again as after a broken line. */
    private void tap() {
        Map<LocalDate, Map<TeamId, List<Tap>>> sendings = new TreeMap<>();
        for (Map<String, String> row : Census.rows("contacts.csv")) {
            LocalDate day = LocalDate.parse(row.get("day"));
            sendings.computeIfAbsent(
                            day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)), sunday -> new HashMap<>())
                    .computeIfAbsent(teamOf(row.get("point")), team -> new ArrayList<>())
                    .add(tap(row, day));
        }
        sendings.forEach((sunday, byTeam) -> {
            at(sunday, LocalTime.of(20, 0));
            byTeam.forEach((team, taps) -> {
                for (int sent = 0; sent < 2; sent++) {
                    assertThat(desk.keepAll(agents.get(team), taps, clock.instant()))
                            .allMatch(receipt -> receipt.refusal() == null);
                }
            });
        });
    }

    private Tap tap(Map<String, String> row, LocalDate day) {
        Screen screen = desk.screen(agents.get(teamOf(row.get("point"))));
        Instant tapped = day.atTime(LocalTime.parse(row.get("time")))
                .atZone(PublicTime.ZONE)
                .toInstant();
        return new Tap(
                UUID.randomUUID(),
                points.get(row.get("point")).id(),
                Channel.valueOf(row.get("channel")),
                choice(screen.subjects(), row.get("subject")),
                Outcome.valueOf(row.get("outcome")),
                row.get("orientation").isEmpty() ? null : choice(screen.orientations(), row.get("orientation")),
                tapped,
                null);
    }

    private static UUID choice(List<ChoiceView> choices, String code) {
        return choices.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void importEvents() {
        String code = organisation.team(town.team()).code();
        String file = Census.text("events.csv").replace(";MAIRIE;", ";" + code + ";");
        UUID upload = imports.upload(manager, "evenements.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(imports.dryRun(manager, upload, false).faults()).isEmpty();
        imports.confirm(manager, upload, false, null);
    }

    private void giveValues() {
        for (Map<String, String> row : Census.rows("values.csv")) {
            entry.give(
                    manager,
                    teams.get(row.get("team")),
                    row.get("indicator"),
                    Channel.valueOf(row.get("channel")),
                    Period.parse(row.get("month")).orElseThrow(),
                    0,
                    new GivenFigures(
                            new BigDecimal(row.get("part")),
                            row.get("base").isEmpty() ? null : new BigDecimal(row.get("base")),
                            "Relevé",
                            null,
                            null));
        }
    }

    private void readTally(Map<String, String> found) {
        Map<String, String> codes = new HashMap<>();
        Screen screen = desk.screen(agents.get(town.team()));
        screen.subjects().forEach(one -> codes.put("subject " + one.label(), one.code()));
        screen.orientations().forEach(one -> codes.put("orientation " + one.label(), one.code()));
        Figures figures = tally.figures(manager, new FigureFilter(FIRST, LAST, null, null, null, null));
        line(found, "all", figures.all());
        figures.byPoint().forEach(line -> line(found, "point " + line.name(), line));
        figures.byChannel().forEach(line -> line(found, "channel " + channel(line.name()), line));
        figures.bySubject().forEach(line -> line(found, "subject " + codes.get("subject " + line.name()), line));
        figures.byOrientation()
                .forEach(line -> found.put(
                        "tally orientation " + codes.get("orientation " + line.name()) + " total",
                        String.valueOf(line.total())));
        for (int hour = 0; hour < figures.byHour().size(); hour++) {
            if (figures.byHour().get(hour) > 0) {
                found.put(
                        "tally hour %03d total".formatted(hour),
                        String.valueOf(figures.byHour().get(hour)));
            }
        }
    }

    private static void line(Map<String, String> found, String key, Figures.Line line) {
        for (Outcome outcome : Outcome.values()) {
            found.put("tally " + key + " " + outcome, String.valueOf(line.count(outcome)));
        }
        found.put("tally " + key + " total", String.valueOf(line.total()));
        found.put("tally " + key + " oriented %", plain(line.share(Outcome.ORIENTED)));
        found.put(
                "tally " + key + " resolved",
                line.resolution().resolved().toString().replace(" ", "") + " of "
                        + line.resolution().first());
        found.put("tally " + key + " resolved %", plain(line.resolution().percent()));
    }

    private static String channel(String title) {
        return List.of(Channel.values()).stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Every indicator of every team on every channel: where the product says a figure none was expected, it is wrong too. */
    private void readFigures(Map<String, String> found) {
        List<SeriesView> sixteen = definitions.of(town.commune());
        assertThat(sixteen).hasSize(16);
        for (SeriesView series : sixteen) {
            teams.forEach((name, team) -> {
                for (Channel channel : Channel.values()) {
                    Optional<Figure> figure =
                            OneFigure.of(indicators, series.code(), series.now().unit(), team, channel, FIRST, LAST);
                    figure.ifPresent(
                            one -> found.put("figure " + series.code() + " " + name + " " + channel, inWords(one)));
                }
            });
        }
    }

    private static String inWords(Figure figure) {
        return plain(figure.numerator())
                + (figure.denominator() == null ? "" : " / " + plain(figure.denominator()))
                + " = " + plain(figure.value());
    }

    private void readSurvey(Map<String, String> found, SurveyId survey) {
        Results.Sheet sheet = results.of(manager, survey);
        found.put("survey whole", inWords(sheet.release().whole()));
        sheet.table("POINT").forEach(row -> found.put("survey point " + row.label(), inWords(row.share())));
        sheet.table("CHANNEL")
                .forEach(row -> found.put("survey channel " + channel(row.label()), inWords(row.share())));
        sheet.table("WAY").forEach(row -> found.put("survey way " + way(row.label()), inWords(row.share())));
        List<String> months = sheet.table("MONTH").stream()
                .sorted(Comparator.comparing(Results.Row::label, Comparator.reverseOrder()))
                .map(row -> {
                    String month = row.label().equals("mai 2027") ? "2027-05" : "2027-06";
                    found.put("survey month " + month, inWords(row.share()));
                    return month;
                })
                .toList();
        assertThat(months).containsExactly("2027-05", "2027-06");
    }

    private static String way(String title) {
        return List.of(WayKind.values()).stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static String inWords(@Nullable Share share) {
        return share == null
                ? "hidden"
                : share.satisfied() + " / " + share.answers() + " = " + plain(share.percent()) + ", "
                        + plain(share.lower()) + " to " + plain(share.upper());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null
                ? "none"
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
