package org.capaccueil.standard;

import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a criterion at a place: a value of the scale, or « sans objet » with its reason. Not rated is the absence
 * of a grade, and never 0.
 *
 * @param value of the standard's scale, null when not applicable
 * @param reason why it is not applicable, null when a value is given
 */
public record Grade(@Nullable Integer value, @Nullable String reason) {

    public Grade {
        if ((value == null) == (reason == null)) {
            throw new IllegalArgumentException("a grade is either a value or a reason for not applicable");
        }
    }

    public static Grade of(int value) {
        return new Grade(value, null);
    }

    public static Grade notApplicable(String reason) {
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites en quelques mots pourquoi ce critère est sans objet.");
        }
        return new Grade(null, reason.strip());
    }

    public boolean isNotApplicable() {
        return value == null;
    }

    /** « 3 · Conforme », « 45 · Déployé » or « Sans objet », for the trail and reports. */
    public String title(Scale scale) {
        if (value == null) {
            return "Sans objet";
        }
        return scale.level(value).map(level -> value + " · " + level.fr()).orElseThrow();
    }
}
