package org.capaccueil.assessment.domain;

import java.util.Locale;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
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
public record Suggestion(
        String campaign, String sentence, @Nullable String comment, @Nullable String answer, @Nullable String reason) {

    static Suggestion of(
            String campaign,
            Correspondence correspondence,
            Place place,
            Grade grade,
            @Nullable String comment,
            Scale then,
            Question now) {
        String words = grade.title(then).toLowerCase(Locale.FRENCH) + ", " + place.phrase() + " (critère "
                + correspondence.criterion() + ", correspondance : "
                + correspondence.relation().title() + ")";
        boolean fits = correspondence.relation().isWhole() && fits(grade, then, now);
        return new Suggestion(campaign, words, comment, fits ? answer(grade) : null, grade.reason());
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
