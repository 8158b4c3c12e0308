package org.capaccueil.assessment.web;

import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.standard.Grade;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is given.
 *
 * @param grade a value of the scale, « N » for not applicable, or nothing for not rated
 * @param version the version the person saw
 * @param over the other person's version, when this person has seen it and keeps their own
 */
public record RatingForm(
        @Nullable String grade, @Nullable String reason, @Nullable String comment, long version, @Nullable Long over) {

    private static final String NOT_APPLICABLE = "N";

    /** Null for not rated, which is not 0. */
    @Nullable
    Grade read() {
        if (grade == null || grade.isBlank()) {
            return null;
        }
        if (grade.equals(NOT_APPLICABLE)) {
            return Grade.notApplicable(reason == null ? "" : reason);
        }
        if (!grade.matches("\\d{1,3}")) {
            throw new BusinessRefusal("grade", "Cette cotation n'existe pas dans l'échelle du référentiel.");
        }
        return Grade.of(Integer.parseInt(grade));
    }

    long seen() {
        return over == null ? version : over;
    }
}
