package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.domain.TeamSeries.Followed;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A team's figures as they stand, and how each came to be. */
@Service
@Transactional
public class SeriesReading {

    /** Who typed a figure is for the team alone. */
    private static final String THE_TEAM = "l'équipe";

    private static final int PERIODS_SHOWN = 12;

    private final Definitions definitions;
    private final ValueRows values;
    private final TeamSeries followed;
    private final TeamAccess access;
    private final Organisation organisation;
    private final Clock clock;

    SeriesReading(
            Definitions definitions,
            ValueRows values,
            TeamSeries followed,
            TeamAccess access,
            Organisation organisation,
            Clock clock) {
        this.definitions = definitions;
        this.values = values;
        this.followed = followed;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * One value with what it says.
     *
     * @param how its quantities make the value
     * @param value null where there was no case
     */
    public record Reading(
            Period period,
            ValueView given,
            SeriesView.Edition how,
            @Nullable BigDecimal value,
            Verdict verdict,
            @Nullable String by) {

        /** Whether it lies on the same line as its target. */
        public boolean isComparable() {
            return value != null && verdict != Verdict.OTHER_UNIT;
        }
    }

    /**
     * A series of a team on one channel.
     *
     * @param last the newest value that stands, null while there is none
     * @param late the periods somebody waits for, the oldest first
     */
    public record Line(SeriesView series, Channel channel, @Nullable Reading last, List<Period> late) {

        public boolean isLate() {
            return !late.isEmpty();
        }
    }

    /**
     * What a team follows.
     *
     * @param mayFill whether the reader gives values here
     */
    public record Board(TeamView team, boolean mayFill, List<Line> lines) {

        public long lateLines() {
            return lines.stream().filter(Line::isLate).count();
        }
    }

    /**
     * A period of the history.
     *
     * @param standing null where no value was given: a gap
     * @param revisions everything ever given for it, the oldest first
     */
    public record Point(Period period, @Nullable Reading standing, List<Reading> revisions, boolean late) {}

    /**
     * How one series of a team went.
     *
     * @param points the oldest first, without a period left out
     * @param next the period a form begins with
     */
    public record History(
            TeamView team, SeriesView series, Channel channel, boolean mayFill, List<Point> points, Period next) {

        public Point point(Period period) {
            return points.stream()
                    .filter(one -> one.period().equals(period))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }

        /** The periods a value can be given for, the newest first. */
        public List<Period> open() {
            return points.stream()
                    .map(Point::period)
                    .filter(period -> period.frequency() == series.frequency())
                    .sorted(Comparator.comparing(Period::start).reversed())
                    .toList();
        }
    }

    /** The teams whose figures this person reads, by name. */
    public List<TeamView> teams(Actor actor) {
        return access.readable(actor);
    }

    public Board board(Actor actor, TeamId id) {
        TeamView team = access.toRead(actor, id);
        List<Line> lines = followed.of(team, PublicTime.today(clock)).stream()
                .map(SeriesReading::line)
                .toList();
        return new Board(team, TeamAccess.mayFill(actor, id) && team.active(), lines);
    }

    private static Line line(Followed one) {
        ValueView last = one.last();
        return new Line(
                one.series(), one.channel(), last == null ? null : reading(one.series(), last, null), one.late());
    }

    public History history(Actor actor, TeamId id, String code, Channel channel) {
        TeamView team = access.toRead(actor, id);
        SeriesView series = definitions.coded(team.commune(), code);
        List<ValueView> all = values.history(series.id(), id, channel);
        if (all.isEmpty()
                && (!series.indicator().channels().contains(channel)
                        || !team.channels().contains(channel))) {
            throw new NotFound();
        }
        LocalDate today = PublicTime.today(clock);
        Map<PersonId, PersonView> people = actor.belongsTo(id)
                ? organisation.people(all.stream()
                        .map(ValueView::enteredBy)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                : Map.of();
        List<Reading> readings = all.stream()
                .map(value -> reading(series, value, by(value, people)))
                .toList();
        Set<LocalDate> given =
                TeamSeries.given(series, all.stream().filter(ValueView::current).toList());
        List<Period> late = Late.of(series, organisation.channelsSince(id).get(channel), given, today);
        List<Point> points = periods(series, readings, today).stream()
                .map(period -> {
                    List<Reading> revisions = readings.stream()
                            .filter(one -> one.period().equals(period))
                            .toList();
                    return new Point(
                            period,
                            revisions.stream()
                                    .filter(one -> one.given().current())
                                    .findFirst()
                                    .orElse(null),
                            revisions,
                            late.contains(period));
                })
                .toList();
        return new History(
                team,
                series,
                channel,
                series.isInUse() && team.active() && TeamAccess.mayFill(actor, id),
                points,
                late.isEmpty() ? Period.lastOver(series.frequency(), today) : late.get(0));
    }

    /** Hands over every value that stands and that this person reads, one by one. */
    public void each(Actor actor, @Nullable TeamId team, Consumer<Exported> use) {
        Map<TeamId, TeamView> teams = team == null
                ? access.readable(actor).stream().collect(Collectors.toMap(TeamView::id, one -> one))
                : Map.of(team, access.toRead(actor, team));
        Map<java.util.UUID, SeriesView> series =
                definitions.of(actor.commune()).stream().collect(Collectors.toMap(SeriesView::id, one -> one));
        values.each(actor.commune(), team, value -> {
            TeamView of = teams.get(value.team());
            if (of != null) {
                use.accept(new Exported(
                        of,
                        Objects.requireNonNull(series.get(value.series())),
                        reading(Objects.requireNonNull(series.get(value.series())), value, null)));
            }
        });
    }

    /** A value on its way out. */
    public record Exported(TeamView team, SeriesView series, Reading reading) {}

    private static List<Period> periods(SeriesView series, Collection<Reading> readings, LocalDate today) {
        Frequency frequency = series.frequency();
        Period last = Period.lastOver(frequency, today);
        Period first = last;
        for (int i = 1; i < PERIODS_SHOWN / (frequency == Frequency.MONTH ? 1 : 2); i++) {
            first = first.previous();
        }
        TreeSet<Period> all = new TreeSet<>(Comparator.comparing(Period::start).thenComparing(Period::end));
        for (Reading reading : readings) {
            all.add(reading.period());
            if (reading.period().frequency() == frequency && reading.period().isBefore(first)) {
                first = reading.period();
            }
        }
        for (Period period = first; !last.isBefore(period); period = period.next()) {
            all.add(period);
        }
        return List.copyOf(all);
    }

    private static Reading reading(SeriesView series, ValueView value, @Nullable String by) {
        SeriesView.Edition how = series.edition(value.edition());
        BigDecimal exact = how.value(value.part(), value.base());
        return new Reading(
                new Period(how.frequency(), value.start()),
                value,
                how,
                exact,
                verdict(series, how, exact, value.base()),
                by);
    }

    private static Verdict verdict(
            SeriesView series, SeriesView.Edition how, @Nullable BigDecimal exact, @Nullable BigDecimal base) {
        if (exact == null) {
            return Verdict.NO_CASES;
        }
        if (!how.unit().equals(series.now().unit())) {
            return Verdict.OTHER_UNIT;
        }
        boolean countsCases = base == null || how.formula().kind().countsCases();
        if (!countsCases && series.indicator().minSample() > 1) {
            return Verdict.BASE_UNKNOWN;
        }
        return Verdict.of(series.indicator(), exact, countsCases ? base : null);
    }

    private static String by(ValueView value, Map<PersonId, PersonView> people) {
        if (value.program() != null) {
            return value.program();
        }
        if (value.enteredBy() == null) {
            return "Cap Accueil";
        }
        PersonView person = people.get(value.enteredBy());
        return person == null ? THE_TEAM : person.name();
    }
}
