package org.capaccueil.survey.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.capaccueil.survey.domain.Release.Group;
import org.jspecify.annotations.Nullable;

/**
 * Decides, once for everybody, what is shown of a survey: a release after each month that has ended, and one of the whole
 * when it is closed. No group of fewer than {@link SmallGroups#SMALLEST} people is shown, nor to be had by adding and
 * subtracting what is, or was in a release before. The pages' own tables go first: the parts of a team's channels are told
 * while the survey runs only where the tables give them anyway, and when it is closed as far as they tell of no small group
 * either. It depends on the answers of ended months alone, so looking twice shows
 * the same.
 */
final class Releases {

    private final List<Atom> atoms;
    private final List<Release> releases = new ArrayList<>();

    /** All figures shown so far, by the atoms they are about. */
    private final List<BitSet> told = new ArrayList<>();

    private Releases(List<Atom> atoms) {
        this.atoms = atoms.stream()
                .sorted(Comparator.comparing(Atom::month)
                        .thenComparing(Atom::point)
                        .thenComparing(Atom::channel)
                        .thenComparing(Atom::way))
                .toList();
    }

    /**
     * @param atoms of the whole survey
     * @param now the month of this week, which has not ended
     * @return in their order; the last one is what is shown
     */
    static List<Release> of(List<Atom> atoms, YearMonth now, boolean closed) {
        Releases releases = new Releases(atoms);
        releases.atoms.stream()
                .map(Atom::month)
                .distinct()
                .filter(month -> month.isBefore(now))
                .forEach(releases::add);
        if (closed) {
            releases.add(null);
            releases.tellTeamsTheirChannels();
        }
        return List.copyOf(releases.releases);
    }

    /** A figure that may be shown. */
    private record Figure(Margin margin, String key, BitSet atoms, int people) {}

    private void add(@Nullable YearMonth through) {
        List<Figure> figures = figures(within(through));
        List<Figure> shown = new ArrayList<>(largeEnough(figures, margin -> margin != Margin.TEAM_CHANNEL));
        Optional<Figure> whole =
                shown.stream().filter(figure -> figure.margin() == Margin.WHOLE).findFirst();
        if (whole.isEmpty() || with(List.of(whole.get())).told().isPresent()) {
            // too few have come since the release before: it stays
            return;
        }
        hideWhatTells(shown, margin -> margin != Margin.WHOLE);
        shown.forEach(figure -> told.add(figure.atoms()));
        SmallGroups known = with(List.of());
        largeEnough(figures, margin -> margin == Margin.TEAM_CHANNEL).stream()
                .filter(figure -> known.tell(figure.atoms()))
                .forEach(shown::add);
        releases.add(release(through, figures, shown));
    }

    /** Nothing comes after the last release, so what is told besides takes no figure away from any page. */
    private void tellTeamsTheirChannels() {
        if (releases.isEmpty()) {
            return;
        }
        Release last = releases.remove(releases.size() - 1);
        List<Figure> figures = figures(within(last.through()));
        List<Figure> shown = new ArrayList<>(largeEnough(figures, margin -> margin == Margin.TEAM_CHANNEL));
        hideWhatTells(shown, margin -> true);
        figures.stream()
                .filter(figure -> figure.margin() != Margin.TEAM_CHANNEL)
                .filter(figure -> last.share(figure.margin(), figure.key()).isPresent())
                .forEach(shown::add);
        releases.add(release(last.through(), figures, shown));
    }

    private Release release(@Nullable YearMonth through, List<Figure> figures, List<Figure> shown) {
        return new Release(
                through,
                figures.stream()
                        .map(figure -> new Group(
                                figure.margin(), figure.key(), shown.contains(figure) ? share(figure.atoms()) : null))
                        .toList());
    }

    /** Those that are not too small by themselves, the one about fewest people first. */
    private static List<Figure> largeEnough(List<Figure> figures, Predicate<Margin> of) {
        return figures.stream()
                .filter(figure -> of.test(figure.margin()) && figure.people() >= SmallGroups.SMALLEST)
                .sorted(Comparator.comparingInt(Figure::people)
                        .thenComparing(Figure::margin)
                        .thenComparing(Figure::key))
                .toList();
    }

    /**
     * Takes away figure after figure, the one about fewest people first, until no group too small is to be had.
     *
     * @param removable what may be taken away
     */
    private void hideWhatTells(List<Figure> shown, Predicate<Margin> removable) {
        while (true) {
            SmallGroups groups = with(shown);
            Optional<BitSet> small = groups.told();
            if (small.isEmpty()) {
                return;
            }
            BitSet needed = groups.needed(small.get());
            List<Figure> parts = shown.stream()
                    .filter(figure -> removable.test(figure.margin()))
                    .toList();
            shown.remove(parts.stream()
                    .filter(figure -> needed.get(told.size() + shown.indexOf(figure)))
                    .findFirst()
                    .orElse(parts.get(0)));
        }
    }

    private SmallGroups with(List<Figure> figures) {
        List<BitSet> all = new ArrayList<>(told);
        figures.forEach(figure -> all.add(figure.atoms()));
        return new SmallGroups(atoms.stream().mapToInt(Atom::answers).toArray(), all);
    }

    private List<Figure> figures(BitSet within) {
        List<Figure> figures = new ArrayList<>();
        for (Margin margin : Margin.values()) {
            TreeMap<String, BitSet> parts = new TreeMap<>();
            within.stream().forEach(atom -> parts.computeIfAbsent(margin.of(atoms.get(atom)), key -> new BitSet())
                    .set(atom));
            parts.forEach((key, part) -> figures.add(new Figure(
                    margin,
                    key,
                    part,
                    part.stream().map(i -> atoms.get(i).answers()).sum())));
        }
        return figures;
    }

    private BitSet within(@Nullable YearMonth through) {
        BitSet within = new BitSet();
        IntStream.range(0, atoms.size())
                .filter(i -> through == null || !atoms.get(i).month().isAfter(through))
                .forEach(within::set);
        return within;
    }

    private Share share(BitSet part) {
        return new Share(
                part.stream().map(i -> atoms.get(i).satisfied()).sum(),
                part.stream().map(i -> atoms.get(i).answers()).sum());
    }
}
