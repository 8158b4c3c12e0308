package org.capaccueil.assessment.web;

import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.standard.Grade;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is given.
 *
 * @param grade a value of the scale, « N » for not applicable, or nothing for not rated
 * @param notApplicable « N » where it is ticked beside a figure; it counts before the figure
 * @param version the version the person saw
 * @param over the other person's version, when this person has seen it and keeps their own
 */
public record RatingForm(
        @Nullable String grade,
        @Nullable String notApplicable,
        @Nullable String reason,
        @Nullable String comment,
        long version,
        @Nullable Long over) {

    private static final String NOT_APPLICABLE = "N";

    /** « 3 », « N » or what was typed instead. */
    @Nullable
    String answer() {
        return notApplicable == null ? grade : NOT_APPLICABLE;
    }

    /** Null for not rated, which is not 0. */
    @Nullable
    Grade read() {
        String answer = answer();
        if (answer == null || answer.isBlank()) {
            return null;
        }
        if (answer.equals(NOT_APPLICABLE)) {
            return Grade.notApplicable(reason == null ? "" : reason);
        }
        if (!answer.matches("\\d{1,3}")) {
            throw new BusinessRefusal("grade", "Cette cotation n'existe pas dans l'échelle du référentiel.");
        }
        return Grade.of(Integer.parseInt(answer));
    }

    long seen() {
        return over == null ? version : over;
    }
}
