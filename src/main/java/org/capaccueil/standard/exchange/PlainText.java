package org.capaccueil.standard.exchange;

import org.jspecify.annotations.Nullable;

/** What a text of a standard may hold, and how one is quoted in a sentence. */
final class PlainText {

    static final int LONGEST = 2000;

    private static final int LONGEST_QUOTED = 60;

    private PlainText() {}

    /** Lines end the one way, whatever the file was written with; what stands around a text is not part of it. */
    static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Whether nothing of it is seen: no-break spaces and signs without width say nothing either. */
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(sign -> Character.isWhitespace(sign)
                        || Character.isSpaceChar(sign)
                        || Character.getType(sign) == Character.FORMAT);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static boolean isTooLong(String text) {
        return length(text) > LONGEST;
    }

    /** What keeps a text from being kept; null when nothing does. */
    static @Nullable String flaw(String text) {
        if (isTooLong(text)) {
            return "a " + length(text) + " caractères ; il en a " + LONGEST + " au plus.";
        }
        return tidy(text).codePoints().allMatch(PlainText::isCarried)
                ? null
                : "contient un caractère invisible qui ne peut pas être enregistré. Saisissez ce texte à nouveau.";
    }

    /** Signs every format can carry: no controls, no halves of signs, nothing that is no character. */
    private static boolean isCarried(int sign) {
        return sign == '\n'
                || sign == '\t'
                || !(Character.isISOControl(sign)
                        || Character.getType(sign) == Character.SURROGATE
                        || (sign & 0xFFFE) == 0xFFFE
                        || sign == 0xFEFF);
    }

    /** As much of a text as a sentence can hold: what a file says there may be megabytes. */
    static String shortened(String text) {
        String start = text.length() <= 2 * LONGEST_QUOTED ? text : text.substring(0, 2 * LONGEST_QUOTED);
        return length(start) <= LONGEST_QUOTED && start.length() == text.length()
                ? text
                : start.substring(0, start.offsetByCodePoints(0, Math.min(LONGEST_QUOTED, length(start)))) + "…";
    }

    static String quoted(String text) {
        return "« " + shortened(text.strip()) + " »";
    }
}
