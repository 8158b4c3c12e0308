package org.capaccueil.shared;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Somebody whose substitute is acting today.
 *
 * @param capacity the function a signature names
 * @param rights what the person lends: neither what is tied to them by name nor what they were lent themselves
 * @param until the last day of the absence
 */
public record AbsentPerson(PersonId id, String name, String capacity, Rights rights, LocalDate until) {

    /** « d'Éloïse Bœuf », « de Karim Haddad ». */
    public String ofName() {
        return (startsWithVowel() ? "d'" : "de ") + name;
    }

    private boolean startsWithVowel() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
        // Hélène, Yves and Œdipe are elided, Yasmine is not
        return plain.matches("(?s)([aeiouhœæ]|y[^aeiouy]).*");
    }
}
