package org.capaccueil.mystery.domain;

import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonalTrace;
import org.jspecify.annotations.Nullable;

/** What is written freely in a mystery evaluation: short, and about nobody. */
final class FreeText {

    static final int LONGEST = 1_000;

    private FreeText() {}

    /** What is kept, null where there is nothing. */
    static @Nullable String kept(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.strip().replace("\0", "");
        if (text.length() > LONGEST) {
            throw new BusinessRefusal(
                    field,
                    "Ce texte dépasse " + LONGEST + " caractères (il en a " + text.length() + "). Raccourcissez-le.");
        }
        requireNobody(field, text);
        return text;
    }

    static String required(String field, @Nullable String typed, String sentence) {
        String text = kept(field, typed);
        if (text == null) {
            throw new BusinessRefusal(field, sentence);
        }
        return text;
    }

    static void requireNobody(String field, String text) {
        PersonalTrace.first(text).ifPresent(trace -> {
            throw new BusinessRefusal(
                    field,
                    "Ce texte contient " + trace.title() + ". Retirez-le : on évalue un service, jamais une personne.");
        });
    }
}
