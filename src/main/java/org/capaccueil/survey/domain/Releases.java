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
 * subtracting what is, or was in a release before. It depends on the answers of ended months alone, so looking twice shows
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
        }
        return List.copyOf(releases.releases);
    }

    /** A figure that may be shown. */
    private record Figure(Margin margin, String key, BitSet atoms, int people) {}

    private void add(@Nullable YearMonth through) {
        BitSet within = members(atom -> through == null || !atom.month().isAfter(through));
        List<Figure> figures = figures(within);
        List<Figure> shown = new ArrayList<>(figures.stream()
                .filter(figure -> figure.people() >= SmallGroups.SMALLEST)
                .sorted(Comparator.comparingInt(Figure::people)
                        .thenComparing(Figure::margin)
                        .thenComparing(Figure::key))
                .toList());
        Optional<Figure> whole =
                shown.stream().filter(figure -> figure.margin() == Margin.WHOLE).findFirst();
        if (whole.isEmpty() || with(List.of(whole.get())).told().isPresent()) {
            // too few have come since the release before: it stays
            return;
        }
        hideWhatTells(shown);
        shown.forEach(figure -> told.add(figure.atoms()));
        releases.add(new Release(
                through,
                figures.stream()
                        .map(figure -> new Group(
                                figure.margin(), figure.key(), shown.contains(figure) ? share(figure.atoms()) : null))
                        .toList()));
    }

    /** Takes away figure after figure, the one about fewest people first, until no group too small is to be had. */
    private void hideWhatTells(List<Figure> shown) {
        for (Optional<BitSet> group = with(shown).told();
                group.isPresent();
                group = with(shown).told()) {
            BitSet small = group.get();
            List<Figure> parts = shown.stream()
                    .filter(figure -> figure.margin() != Margin.WHOLE)
                    .toList();
            shown.remove(parts.stream()
                    .filter(figure -> !with(shown.stream()
                                    .filter(other -> other != figure)
                                    .toList())
                            .tell(small))
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

    private BitSet members(Predicate<Atom> member) {
        BitSet members = new BitSet();
        IntStream.range(0, atoms.size()).filter(i -> member.test(atoms.get(i))).forEach(members::set);
        return members;
    }

    private Share share(BitSet part) {
        return new Share(
                part.stream().map(i -> atoms.get(i).satisfied()).sum(),
                part.stream().map(i -> atoms.get(i).answers()).sum());
    }
}
