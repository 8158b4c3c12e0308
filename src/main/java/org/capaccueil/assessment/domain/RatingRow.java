package org.capaccueil.assessment.domain;

import java.time.Instant;
import org.capaccueil.collection.FiguresBeside;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;

/**
 * A criterion at a place, with the team's answer.
 *
 * @param version what a form has to give back; 0 where nobody has answered
 * @param grade null while not rated
 * @param beside what the team's figures say about it
 * @param agreedReason why the team agreed on it, after each had rated alone
 */
public record RatingRow(
        String criterion,
        Place place,
        FiguresBeside beside,
        long version,
        @Nullable Grade grade,
        @Nullable String comment,
        @Nullable String agreedReason,
        @Nullable String ratedBy,
        @Nullable Instant ratedAt) {

    static RatingRow unanswered(String criterion, Place place, FiguresBeside beside) {
        return new RatingRow(criterion, place, beside, 0, null, null, null, null, null);
    }

    /** « ACC-1-counter »: names the answer on its page. */
    public String key() {
        return criterion + "-" + place.code();
    }

    /**
     * Whether the team has rated otherwise than its figures suggest and not said why yet. « Sans objet » gives its reason
     * anyway, and so does what was settled after each had rated alone.
     */
    public boolean owesReason() {
        return grade != null
                && grade.value() != null
                && beside.suggested() != null
                && !grade.value().equals(beside.suggested())
                && comment == null
                && agreedReason == null;
    }

    /** « 3 », « N », or null: the three states. */
    public @Nullable String answer() {
        if (grade == null) {
            return null;
        }
        return grade.value() == null ? "N" : grade.value().toString();
    }
}
