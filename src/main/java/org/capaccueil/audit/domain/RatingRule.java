package org.capaccueil.audit.domain;

import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;

/** Which answers an auditor may give: those of the scale, and « sans objet » only where nothing is mandatory. */
final class RatingRule {

    private RatingRule() {}

    static void require(Grade grade, Question question) {
        Scale scale = question.scale();
        Integer value = grade.value();
        if (value != null && scale.points(value).isEmpty()) {
            throw new BusinessRefusal("grade", "Cette cotation n'existe pas sur l'échelle du référentiel.");
        }
        if (grade.isNotApplicable() && !scale.allowsNotApplicable()) {
            throw new BusinessRefusal("grade", "Ce référentiel ne connaît pas « sans objet » : donnez une cotation.");
        }
        if (grade.isNotApplicable() && question.criterion().mandatory()) {
            throw new BusinessRefusal(
                    "grade",
                    "Le critère " + question.criterion().code()
                            + " est obligatoire et le canal est ouvert : il ne peut pas être "
                            + "sans objet. Donnez une cotation.");
        }
        if (!allows(grade, question)) {
            throw new BusinessRefusal(
                    "grade",
                    "Le critère " + question.criterion().code()
                            + " concerne toutes les équipes : il ne peut pas être sans objet. Donnez une cotation.");
        }
        String reason = grade.reason();
        if (reason != null) {
            Texts.requireShort("reason", reason, Texts.SHORT);
        }
    }

    static boolean allows(Grade grade, Question question) {
        return !grade.isNotApplicable() || question.offersNotApplicable();
    }
}
