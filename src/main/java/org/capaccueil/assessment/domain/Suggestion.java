package org.capaccueil.assessment.domain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.capaccueil.assessment.SelfAssessments.Rating;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.StandardMappings.Correspondence;
import org.jspecify.annotations.Nullable;

/**
 * What the team agreed on in the last cycle where a criterion is asked now. It is shown and never kept: an answer is
 * only what a member gives.
 *
 * @param sentence « 3 · conforme, au guichet (critère ACC-1, correspondance : égal) »
 * @param answer what the button fills in, « 3 » or « N »; null where the member has to judge anew
 * @param reason of « sans objet »
 */
public record Suggestion(String sentence, @Nullable String comment, @Nullable String answer, @Nullable String reason) {

    /** From the same place: may be taken over when the correspondence is whole and the value means the same. */
    static Suggestion same(
            Correspondence correspondence, Rewording rewording, Rating rating, Scale then, Question now) {
        boolean fits = correspondence.relation().isWhole() && rewording.isNone() && fits(rating.grade(), then, now);
        return new Suggestion(
                sentence(correspondence, rewording, List.of(rating), then),
                rating.comment(),
                fits ? answer(rating.grade()) : null,
                rating.grade().reason());
    }

    /** From places the new standard does not ask about: to be read only. */
    static Suggestion elsewhere(Correspondence correspondence, Rewording rewording, List<Rating> ratings, Scale then) {
        return new Suggestion(
                sentence(correspondence, rewording, ratings, then),
                ratings.size() == 1 ? ratings.get(0).comment() : null,
                null,
                null);
    }

    private static String sentence(
            Correspondence correspondence, Rewording rewording, List<Rating> ratings, Scale then) {
        String words = ratings.stream()
                .map(rating -> rating.grade().title(then).toLowerCase(Locale.FRENCH) + ", "
                        + rating.place().phrase())
                .collect(Collectors.joining(" ; "));
        return words + " (critère " + correspondence.criterion() + ", "
                + (rewording.isNone()
                        ? "correspondance : " + correspondence.relation().title()
                        : rewording.inWords())
                + ")";
    }

    /** The same value means the same: it exists on both scales, given in the same way and worth as much. */
    private static boolean fits(Grade grade, Scale then, Question now) {
        Integer value = grade.value();
        return value == null
                ? now.offersNotApplicable()
                : then.kind() == now.scale().kind()
                        && now.scale().points(value).isPresent()
                        && now.scale().points(value).equals(then.points(value));
    }

    private static String answer(Grade grade) {
        return grade.value() == null ? "N" : grade.value().toString();
    }
}
