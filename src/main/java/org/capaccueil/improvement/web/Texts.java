package org.capaccueil.improvement.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** How the forms of this room read what was typed, and where they put what the business says to it. */
final class Texts {

    private Texts() {}

    static String of(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static @Nullable LocalDate day(String field, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADate) {
            throw new BusinessRefusal(
                    field, "« " + typed.strip() + " » n'est pas une date : choisissez-la dans le calendrier.");
        }
    }

    /** The version a page carried; what is no number was never a version of anything. */
    static long version(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException notAVersion) {
            return -1;
        }
    }

    /**
     * Puts a refusal at its field.
     *
     * @param fields names in this form, by the names the business uses, where they differ
     */
    static void refuse(BindingResult form, BusinessRefusal refusal, Map<String, String> fields) {
        String field = refusal.field() == null ? null : fields.getOrDefault(refusal.field(), refusal.field());
        if (field == null) {
            form.reject("refused", refusal.sentence());
        } else {
            form.rejectValue(field, "refused", refusal.sentence());
        }
    }
}
