package org.capaccueil.assessment.web;

import java.util.Map;
import org.capaccueil.assessment.domain.ConsensusSheet.Point;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/**
 * A point of the meeting with what its form shows: the agreement kept, or what was given and refused.
 *
 * @param errors the refusing sentence by field
 */
record AgreementLine(Point point, @Nullable String grade, @Nullable String reason, Map<String, String> errors) {

    static AgreementLine of(Point point) {
        return new AgreementLine(point, point.agreed().answer(), point.agreed().agreedReason(), Map.of());
    }

    static AgreementLine refused(Point point, RatingForm form, BusinessRefusal refusal) {
        String field = refusal.field() == null ? "grade" : refusal.field();
        return new AgreementLine(point, form.answer(), form.reason(), Map.of(field, refusal.sentence()));
    }

    public String key() {
        return point.key();
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }
}
