package org.capaccueil.tally.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.tally.domain.CountedContacts.Asked;
import org.capaccueil.tally.domain.CountedContacts.Cell;
import org.capaccueil.tally.domain.CountedContacts.Part;
import org.capaccueil.tally.domain.Figures.Line;
import org.capaccueil.tally.domain.FirstContactResolution.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of the tally: a member reads those of the own teams, quality managers and leadership the commune's. */
@Service
@Transactional(readOnly = true)
public class TallyReading {

    private static final int HOURS_A_WEEK = 168;
    private static final int MOST_NOTES = 50;

    private final CountedContacts counted;
    private final ChoiceBook choices;
    private final Organisation organisation;

    TallyReading(CountedContacts counted, ChoiceBook choices, Organisation organisation) {
        this.counted = counted;
        this.choices = choices;
        this.organisation = organisation;
    }

    /** What a filter offers. */
    public record Option(UUID id, String name) {}

    /** What there is to choose from; archived subjects and closed points are part of it. */
    public record Options(List<Option> points, List<Option> subjects, boolean wholeCommune) {}

    /** A note as it is read: what was asked, and nothing of who asked or wrote it down. */
    public record NoteLine(LocalDate day, String point, String subject, String note) {}

    /** A line of the export: contacts of one hour that are alike, in words. */
    public record Exported(
            LocalDate day,
            int hour,
            String point,
            Channel channel,
            String subject,
            Outcome outcome,
            String orientation,
            long contacts) {}

    public Options options(Actor actor) {
        requireReader(actor);
        boolean whole = readsCommune(actor);
        List<Option> points = whole
                ? counted.points(actor.commune()).stream()
                        .map(point -> new Option(point.id(), point.name()))
                        .toList()
                : organisation.teams(actor.teams()).values().stream()
                        .flatMap(team -> team.points().stream())
                        .map(point -> new Option(point.id(), point.name()))
                        .sorted(Comparator.comparing(Option::name))
                        .toList();
        List<Option> subjects = choices.of(actor.commune()).stream()
                .filter(choice -> choice.kind() == ChoiceKind.SUBJECT)
                .map(choice -> new Option(choice.id(), choice.label() + (choice.isOffered() ? "" : " (archivé)")))
                .toList();
        return new Options(points, subjects, whole);
    }

    public Figures figures(Actor actor, FigureFilter filter) {
        Asked asked = asked(actor, filter);
        return new Counting(counted.cells(asked), asked, names(asked)).figures();
    }

    /** The newest notes of these contacts. */
    public List<NoteLine> notes(Actor actor, FigureFilter filter) {
        Asked asked = asked(actor, filter);
        Map<UUID, String> names = names(asked);
        return counted.notes(asked, MOST_NOTES).stream()
                .map(note -> new NoteLine(
                        note.day(),
                        names.getOrDefault(note.point(), ""),
                        names.getOrDefault(note.subject(), ""),
                        note.note()))
                .toList();
    }

    /** The same contacts, hour by hour; nothing is held, and notes are not in it. */
    public void export(Actor actor, FigureFilter filter, Consumer<Exported> lines) {
        Asked asked = asked(actor, filter);
        Map<UUID, String> names = names(asked);
        counted.eachHour(
                asked,
                line -> lines.accept(new Exported(
                        line.day(),
                        line.hour(),
                        names.getOrDefault(line.point(), ""),
                        line.channel(),
                        names.getOrDefault(line.subject(), ""),
                        line.outcome(),
                        line.orientation() == null ? "" : names.getOrDefault(line.orientation(), ""),
                        line.contacts())));
    }

    /**
     * First contacts of a team on a channel, and how many were settled.
     *
     * @param from the first day something was tapped
     * @param to the last one
     */
    record Settled(FirstContactResolution resolution, LocalDate from, LocalDate to) {}

    /** Nothing where there was no first contact. */
    Optional<Settled> settled(TeamId team, Channel channel, LocalDate from, LocalDate to) {
        Asked asked = new Asked(
                organisation.team(team).commune(),
                List.copyOf(organisation.inHandsOf(team)),
                new FigureFilter(from, to, null, channel, null, null));
        return counted.days(asked).flatMap(days -> {
            FirstContactResolution resolution = new Counting(counted.cells(asked), asked, Map.of()).resolution();
            return resolution.first() == 0
                    ? Optional.empty()
                    : Optional.of(new Settled(resolution, days.first(), days.last()));
        });
    }

    private Asked asked(Actor actor, FigureFilter filter) {
        requireReader(actor);
        return new Asked(actor.commune(), readsCommune(actor) ? null : List.copyOf(actor.teams()), filter);
    }

    private static boolean readsCommune(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP);
    }

    /** Refuses whoever reads no figures, before anything of an answer is written. */
    public static void requireReader(Actor actor) {
        if (!readsCommune(actor) && actor.teams().isEmpty()) {
            throw new NotAllowed(
                    "Les chiffres du recueil se lisent par les membres des équipes d'accueil, les référents "
                            + "qualité et la direction. Demandez-les à votre référent qualité.");
        }
    }

    private Map<UUID, String> names(Asked asked) {
        Map<UUID, String> names = new HashMap<>();
        counted.points(asked.commune()).forEach(point -> names.put(point.id(), point.name()));
        choices.of(asked.commune()).forEach(choice -> names.put(choice.id(), choice.label()));
        return names;
    }

    /** Puts the counts of the database into lines. */
    private static final class Counting {

        private final List<Cell> cells;
        private final boolean oneOutcomeOnly;
        private final Map<UUID, String> names;
        private final Map<UUID, Long> answeredInCommune;
        private final Map<UUID, Long> cameBackInCommune;

        Counting(List<Cell> cells, Asked asked, Map<UUID, String> names) {
            this.cells = cells;
            this.oneOutcomeOnly = asked.filter().outcome() != null;
            this.names = names;
            this.answeredInCommune = inCommune(Outcome.ANSWERED);
            this.cameBackInCommune = inCommune(Outcome.CAME_BACK);
        }

        private Map<UUID, Long> inCommune(Outcome outcome) {
            return cells.stream()
                    .filter(cell -> cell.part() == Part.POINT && cell.outcome() == outcome)
                    .collect(Collectors.groupingBy(Cell::subject, Collectors.summingLong(Cell::inCommune)));
        }

        Figures figures() {
            return new Figures(
                    all(),
                    lines(Part.POINT, Cell::point, this::name),
                    lines(Part.CHANNEL, Cell::channel, Channel::title),
                    lines(Part.POINT, Cell::subject, this::name),
                    orientations(),
                    hours());
        }

        Line all() {
            return line("Ensemble", here(Part.POINT).toList());
        }

        private String name(@Nullable UUID id) {
            return names.getOrDefault(id, "");
        }

        FirstContactResolution resolution() {
            return resolution(here(Part.POINT).toList());
        }

        private Stream<Cell> here(Part part) {
            return cells.stream().filter(cell -> cell.part() == part && cell.here() > 0);
        }

        /** One line for each thing there is a contact of: channels in their order, else those with most first. */
        private <T> List<Line> lines(Part part, Function<Cell, T> by, Function<T, String> name) {
            Comparator<Map.Entry<T, Line>> order = part == Part.CHANNEL
                    ? Comparator.comparing(entry -> (Channel) entry.getKey())
                    : Comparator.comparing(entry -> -entry.getValue().total());
            return here(part).collect(Collectors.groupingBy(by)).entrySet().stream()
                    .map(group -> Map.entry(group.getKey(), line(name.apply(group.getKey()), group.getValue())))
                    .sorted(order)
                    .map(Map.Entry::getValue)
                    .toList();
        }

        private Line line(String name, List<Cell> of) {
            Map<Outcome, Long> counts =
                    of.stream().collect(Collectors.groupingBy(Cell::outcome, Collectors.summingLong(Cell::here)));
            return new Line(name, counts, oneOutcomeOnly ? null : resolution(of));
        }

        private FirstContactResolution resolution(List<Cell> of) {
            Map<UUID, Long> answered = of.stream()
                    .filter(cell -> cell.outcome() == Outcome.ANSWERED)
                    .collect(Collectors.groupingBy(Cell::subject, Collectors.summingLong(Cell::here)));
            return FirstContactResolution.of(
                    answered.entrySet().stream()
                            .map(one -> new Subject(
                                    one.getValue(),
                                    answeredInCommune.getOrDefault(one.getKey(), 0L),
                                    cameBackInCommune.getOrDefault(one.getKey(), 0L)))
                            .toList(),
                    of.stream()
                            .filter(cell -> cell.outcome() != Outcome.CAME_BACK)
                            .mapToLong(Cell::here)
                            .sum());
        }

        private List<Line> orientations() {
            return here(Part.ORIENTATION)
                    .filter(cell -> cell.orientation() != null)
                    .sorted(Comparator.comparing(cell -> -cell.here()))
                    .map(cell -> new Line(name(cell.orientation()), Map.of(Outcome.ORIENTED, cell.here()), null))
                    .toList();
        }

        private List<Long> hours() {
            Long[] hours = new Long[HOURS_A_WEEK];
            Arrays.fill(hours, 0L);
            here(Part.HOUR).forEach(cell -> hours[cell.hourOfWeek()] = cell.here());
            return List.of(hours);
        }
    }
}
