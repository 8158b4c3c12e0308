package org.capaccueil.audit.domain;

import org.capaccueil.shared.BusinessRefusal;

/** How long the texts of an audit may be: a page of a report holds them, a pasted document it does not. */
final class Texts {

    static final int SHORT = 1_000;
    static final int LONG = 4_000;

    private Texts() {}

    static String requireGiven(String field, String text, int longest, String whenEmpty) {
        if (text.isBlank()) {
            throw new BusinessRefusal(field, whenEmpty);
        }
        requireShort(field, text, longest);
        return text.strip();
    }

    static void requireShort(String field, String text, int longest) {
        if (text.strip().length() > longest) {
            throw new BusinessRefusal(
                    field,
                    "Ce texte fait " + text.strip().length() + " caractères, plus que les " + longest
                            + " acceptés. Raccourcissez-le ou joignez le détail en preuve.");
        }
    }
}
