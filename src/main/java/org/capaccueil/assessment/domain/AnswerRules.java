package org.capaccueil.assessment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.jspecify.annotations.Nullable;

/** What every answer keeps to, whoever gives it: the team together, a member alone, or the agreement of all. */
final class AnswerRules {

    private static final int LONGEST_TEXT = 10_000;

    private AnswerRules() {}

    static void requireAllowed(Question question, Grade grade) {
        Scale scale = question.scale();
        Integer value = grade.value();
        if (value != null) {
            if (scale.points(value).isEmpty()) {
                throw new BusinessRefusal("grade", "Cette cotation n'existe pas dans l'échelle du référentiel.");
            }
            return;
        }
        if (!scale.allowsNotApplicable()) {
            throw new BusinessRefusal("grade", "Ce référentiel n'admet pas « Sans objet » : choisissez une cotation.");
        }
        if (question.criterion().mandatory()) {
            throw new BusinessRefusal(
                    "grade",
                    "Ce critère est obligatoire et vous tenez ce canal : il ne peut pas être sans objet. "
                            + "Cotez-le, 0 s'il n'y a rien.");
        }
        if (!question.offersNotApplicable()) {
            throw new BusinessRefusal(
                    "grade", "Ce critère concerne toutes les équipes : il ne peut pas être sans objet. Cotez-le.");
        }
        requireShort("reason", grade.reason());
    }

    static void requireShort(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new BusinessRefusal(
                    field,
                    "Ce texte dépasse " + LONGEST_TEXT + " caractères (il en a " + text.length()
                            + "). Raccourcissez-le, ou joignez un document comme preuve.");
        }
    }

    /** A text without anything to read is none. */
    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** « 3 · Conforme », « Sans objet : un seul étage » or « Non coté »: the three states in words. */
    static String words(@Nullable Grade grade, Scale scale) {
        if (grade == null) {
            return "Non coté";
        }
        return grade.isNotApplicable() ? "Sans objet : " + grade.reason() : grade.title(scale);
    }

    /** What was kept meanwhile beside what somebody wanted to keep; only what differs. */
    static List<Difference> differences(
            @Nullable Grade keptGrade,
            @Nullable Grade grade,
            String textLabel,
            @Nullable String keptText,
            @Nullable String text,
            Scale scale) {
        List<Difference> differences = new ArrayList<>();
        if (!Objects.equals(keptGrade, grade)) {
            differences.add(new Difference("Cotation", words(keptGrade, scale), words(grade, scale)));
        }
        String saved = keptText == null ? "" : keptText;
        String yours = text == null ? "" : text.strip();
        if (!saved.equals(yours)) {
            differences.add(new Difference(textLabel, saved, yours));
        }
        return differences;
    }
}
