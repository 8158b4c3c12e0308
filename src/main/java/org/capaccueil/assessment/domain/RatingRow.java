package org.capaccueil.assessment.domain;

import java.time.Instant;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;

/**
 * A criterion at a place, with the team's answer.
 *
 * @param version what a form has to give back; 0 where nobody has answered
 * @param grade null while not rated
 * @param agreedReason why the team agreed on it, after each had rated alone
 */
public record RatingRow(
        String criterion,
        Place place,
        long version,
        @Nullable Grade grade,
        @Nullable String comment,
        @Nullable String agreedReason,
        @Nullable String ratedBy,
        @Nullable Instant ratedAt) {

    static RatingRow unanswered(String criterion, Place place) {
        return new RatingRow(criterion, place, 0, null, null, null, null, null);
    }

    /** « ACC-1-counter »: names the answer on its page. */
    public String key() {
        return criterion + "-" + place.code();
    }

    /** « 3 », « N », or null: the three states. */
    public @Nullable String answer() {
        if (grade == null) {
            return null;
        }
        return grade.value() == null ? "N" : grade.value().toString();
    }
}
