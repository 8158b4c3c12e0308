package org.capaccueil.survey.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.capaccueil.survey.domain.AnswerCounts.Counts;

/**
 * Decides of which options of a question it is shown how often they were chosen. One that fewer than {@link
 * SmallGroups#SMALLEST} people chose is hidden, and with it another where it would be the rest: of all who answered, and of the
 * question about the whole also of the satisfied and of the others, whom the tables tell. Where several may be ticked, those who
 * did not tick one are a group as well, and so are those who ticked more than one.
 */
final class ShownOptions {

    private final Counts counts;
    private final TreeSet<Integer> shown = new TreeSet<>();

    private ShownOptions(Counts counts) {
        this.counts = counts;
    }

    /**
     * @param overall whether it is the question about the whole
     * @return numbers of options, the first at 1
     */
    static TreeSet<Integer> of(SurveyQuestion question, boolean overall, Counts counts) {
        ShownOptions options = new ShownOptions(counts);
        int last = question.options().size();
        if (overall) {
            options.add(1, Share.SATISFIED_FROM - 1, true);
            options.add(Share.SATISFIED_FROM, last, true);
        } else {
            options.add(1, last, false);
        }
        if (question.type() == QuestionType.MULTIPLE) {
            options.shown.removeIf(number -> isSmall(counts.answered() - options.times(number)));
            options.hideWhoTickedSeveral(last);
        }
        return options.shown;
    }

    /** Options of which it is known how many chose one of them. */
    private void add(int first, int last, boolean told) {
        List<Integer> numbers = IntStream.rangeClosed(first, last).boxed().toList();
        if (told && isSmall(numbers.stream().mapToInt(this::times).sum())) {
            // even that nobody chose one would tell of another
            return;
        }
        List<Integer> hidden = new ArrayList<>(
                numbers.stream().filter(number -> isSmall(times(number))).toList());
        if (isSmall(hidden.stream().mapToInt(this::times).sum())) {
            numbers.stream()
                    .filter(number -> times(number) >= SmallGroups.SMALLEST)
                    .min(Comparator.comparing(this::times))
                    .ifPresent(hidden::add);
        }
        numbers.stream().filter(number -> !hidden.contains(number)).forEach(shown::add);
    }

    /** What all options together are more than those who answered tells of whoever ticked more than one of them. */
    private void hideWhoTickedSeveral(int last) {
        int more = shown.stream().mapToInt(this::times).sum() - counts.answered();
        if (shown.size() == last && isSmall(more)) {
            shown.stream()
                    .filter(number -> times(number) > 0)
                    .min(Comparator.comparing(this::times))
                    .ifPresent(shown::remove);
        }
    }

    private int times(int number) {
        return counts.chosen().getOrDefault(number, 0);
    }

    private static boolean isSmall(int people) {
        return people > 0 && people < SmallGroups.SMALLEST;
    }
}
