package org.capaccueil.tally.domain;

import java.util.regex.Pattern;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/** The few words somebody may add to a contact. What is plainly a way to reach a person is refused. */
final class Note {

    static final int LONGEST = 280;

    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[\\p{L}]{2,}");

    /** French numbers however they are grouped, and others that begin with a country's prefix. */
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\d.,])(?:0|(?:\\+|00)33[\\s.\\-()]*0?)[\\s.\\-()]*[1-9](?:[\\s.\\-]*\\d){8}(?!\\d)"
                    + "|\\+\\d(?:[\\s.\\-()]*\\d){7,}");

    private Note() {}

    /** What is kept, null where there is nothing. */
    static @Nullable String kept(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String note = typed.strip().replace("\0", "");
        if (note.length() > LONGEST) {
            throw new BusinessRefusal("note", "La note a " + LONGEST + " caractères au plus. Raccourcissez-la.");
        }
        if (MAIL.matcher(note).find()) {
            throw new BusinessRefusal(
                    "note", "La note contient une adresse électronique. Retirez-la : le recueil ne garde personne.");
        }
        if (PHONE.matcher(note).find()) {
            throw new BusinessRefusal(
                    "note", "La note contient un numéro de téléphone. Retirez-le : le recueil ne garde personne.");
        }
        return note;
    }
}
