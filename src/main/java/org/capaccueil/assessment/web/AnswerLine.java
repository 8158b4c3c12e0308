package org.capaccueil.assessment.web;

import java.util.Map;
import org.capaccueil.assessment.domain.AssessmentSheet.CriterionSheet;
import org.capaccueil.assessment.domain.RatingRow;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/**
 * A criterion at a place with what its form shows: what is kept, or what was given and refused.
 *
 * @param errors the refusing sentence by field
 */
record AnswerLine(
        CriterionSheet sheet,
        RatingRow row,
        @Nullable String grade,
        @Nullable String reason,
        @Nullable String comment,
        Map<String, String> errors) {

    static AnswerLine of(CriterionSheet sheet, RatingRow row) {
        return new AnswerLine(
                sheet,
                row,
                row.answer(),
                row.grade() == null ? null : row.grade().reason(),
                row.comment(),
                Map.of());
    }

    static AnswerLine refused(CriterionSheet sheet, RatingRow row, RatingForm form, BusinessRefusal refusal) {
        String field = refusal.field() == null ? "grade" : refusal.field();
        return new AnswerLine(
                sheet, row, form.answer(), form.reason(), form.comment(), Map.of(field, refusal.sentence()));
    }

    public String key() {
        return row.key();
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }
}
