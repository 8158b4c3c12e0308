package org.capaccueil.shared;

import org.jspecify.annotations.Nullable;

/** What is written freely about a service: short, and about nobody. */
public final class FreeText {

    private FreeText() {}

    /** What is kept, null where there is nothing. */
    public static @Nullable String kept(String field, @Nullable String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.strip().replace("\0", "");
        if (text.length() > longest) {
            throw new BusinessRefusal(
                    field,
                    "Ce texte dépasse " + longest + " caractères (il en a " + text.length() + "). Raccourcissez-le.");
        }
        requireNobody(field, text);
        return text;
    }

    /** The same of what has to be there. */
    public static String required(String field, @Nullable String typed, int longest, String sentence) {
        String text = kept(field, typed, longest);
        if (text == null) {
            throw new BusinessRefusal(field, sentence);
        }
        return text;
    }

    /** Refuses what plainly leads to a person. */
    public static void requireNobody(String field, String text) {
        PersonalTrace.first(text).ifPresent(trace -> {
            throw new BusinessRefusal(
                    field,
                    "Ce texte contient " + trace.title()
                            + ". Retirez ce passage : ce qui s'écrit ici concerne un service, jamais une personne.");
        });
    }
}
