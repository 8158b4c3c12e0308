package org.capaccueil.standard;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What ratings are given on: a few grades, each worth points, or a panel of 0 to 100 read by bands.
 *
 * @param levels lowest first; on a panel a level is a band and its value the band's upper end
 * @param facets what a criterion is rated on separately: the phases of a fine-tuned panel; empty otherwise
 * @param conformAt points from which a criterion is conform (0 to 100)
 * @param allowsNotApplicable whether « sans objet » may be answered, with a reason
 */
public record Scale(
        String code, Kind kind, List<Level> levels, List<Place> facets, int conformAt, boolean allowsNotApplicable) {

    /** How a rating is given, with the word files use. */
    public enum Kind {
        GRADES("grades", "Échelons"),
        PANEL("panel", "Panneau de 0 à 100");

        private final String code;
        private final String title;

        Kind(String code, String title) {
            this.code = code;
            this.title = title;
        }

        public String code() {
            return code;
        }

        public String title() {
            return title;
        }
    }

    /**
     * One grade, or one band of a panel.
     *
     * @param value what people choose; the upper end of a band
     * @param points what it is worth: 0 to 100
     */
    public record Level(int value, int points, String fr) {}

    public boolean isPanel() {
        return kind == Kind.PANEL;
    }

    /** The grade of this value, or the band it lies in; empty when the scale does not have it. */
    public Optional<Level> level(int value) {
        return isPanel()
                ? levels.stream()
                        .filter(level -> value >= 0 && value <= level.value())
                        .findFirst()
                : levels.stream().filter(level -> level.value() == value).findFirst();
    }

    /** What a value is worth, 0 to 100; empty when the scale does not have it. */
    public Optional<Integer> points(int value) {
        return level(value).map(level -> isPanel() ? Integer.valueOf(value) : Integer.valueOf(level.points()));
    }

    /** The most points a value is worth. */
    public int topPoints() {
        return levels.stream().mapToInt(Level::points).max().orElse(0);
    }

    /** The fewest points that are conform and that a value is worth; empty when no value is conform. */
    public OptionalInt leastConformPoints() {
        return isPanel()
                ? conformAt <= topPoints() ? OptionalInt.of(conformAt) : OptionalInt.empty()
                : levels.stream()
                        .mapToInt(Level::points)
                        .filter(points -> points >= conformAt)
                        .min();
    }

    /**
     * The grade that what figures say suggests: the weakest of them decides. A target that is met means conform, and
     * never more: a number does not show that a practice is mastered. Between target and alert one grade is lost, on
     * alert two. Nothing is suggested on a panel, whose points stand for phases and evidence, nor where a figure
     * is not judged. A choice of the project: no official text joins figures to grades.
     */
    public OptionalInt suggestedBy(Collection<Verdict> verdicts) {
        OptionalInt lost = verdicts.stream()
                .flatMapToInt(verdict -> switch (verdict) {
                    case TARGET_MET -> IntStream.of(0);
                    case BETWEEN -> IntStream.of(1);
                    case ALERT -> IntStream.of(2);
                    case BASE_TOO_SMALL, BASE_UNKNOWN, OTHER_UNIT, NO_CASES, NOT_MEASURED, TO_FILL -> IntStream.empty();
                })
                .max();
        OptionalInt conform = IntStream.range(0, levels.size())
                .filter(at -> levels.get(at).points() >= conformAt)
                .findFirst();
        return isPanel() || lost.isEmpty() || conform.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(levels.get(Math.max(0, conform.getAsInt() - lost.getAsInt()))
                        .value());
    }

    /** The word for a value, « Conforme »; empty when the scale does not have it. */
    public String word(int value) {
        return level(value).map(Level::fr).orElse("");
    }

    /** Whether a value is worth nothing: on a panel, whether it lies in the lowest band. */
    public boolean isLowest(int value) {
        return level(value).filter(levels.get(0)::equals).isPresent();
    }

    /** Whether a value is worth as much as conform is. */
    public boolean isConform(int value) {
        return points(value).filter(points -> points >= conformAt).isPresent();
    }
}
