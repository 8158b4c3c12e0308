package org.capaccueil.tally.domain;

import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonalTrace;
import org.jspecify.annotations.Nullable;

/** The few words somebody may add to a contact. What is plainly a way to reach a person is refused. */
final class Note {

    static final int LONGEST = 280;

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
        if (PersonalTrace.MAIL.isIn(note)) {
            throw new BusinessRefusal(
                    "note", "La note contient une adresse électronique. Retirez-la : le recueil ne garde personne.");
        }
        if (PersonalTrace.PHONE.isIn(note)) {
            throw new BusinessRefusal(
                    "note", "La note contient un numéro de téléphone. Retirez-le : le recueil ne garde personne.");
        }
        return note;
    }
}
