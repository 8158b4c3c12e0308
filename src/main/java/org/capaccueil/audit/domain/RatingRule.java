package org.capaccueil.audit.domain;

import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Scale;

/** Which answers an auditor may give: those of the scale, and « sans objet » only where nothing is mandatory. */
final class RatingRule {

    private RatingRule() {}

    static void require(Grade grade, Criterion criterion, Scale scale) {
        Integer value = grade.value();
        if (value != null && scale.level(value).isEmpty()) {
            throw new BusinessRefusal("grade", "Cette cotation n'existe pas sur l'échelle du référentiel.");
        }
        if (grade.isNotApplicable() && !scale.allowsNotApplicable()) {
            throw new BusinessRefusal("grade", "Ce référentiel ne connaît pas « sans objet » : donnez une cotation.");
        }
        if (!allows(grade, criterion)) {
            throw new BusinessRefusal(
                    "grade",
                    "Le critère " + criterion.code() + " est obligatoire et le canal est ouvert : il ne peut pas être "
                            + "sans objet. Donnez une cotation.");
        }
        String reason = grade.reason();
        if (reason != null) {
            Texts.requireShort("reason", reason, Texts.SHORT);
        }
    }

    static boolean allows(Grade grade, Criterion criterion) {
        return !(grade.isNotApplicable() && criterion.mandatory());
    }
}
