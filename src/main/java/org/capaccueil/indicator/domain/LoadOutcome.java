package org.capaccueil.indicator.domain;

import java.util.List;

/**
 * What a file or a program brought.
 *
 * @param written new and revised ones together
 * @param revised those that took the place of another
 * @param known those that were there already, just so
 * @param repeated those that stand in the file more than once, just so
 * @param preview what is written, as far as somebody reads it
 */
public record LoadOutcome(int written, int revised, int known, int repeated, List<Written> preview) {

    /**
     * One thing that is written.
     *
     * @param before what stood there, null for something new
     */
    public record Written(
            int line,
            String what,
            String team,
            String channel,
            String period,
            String value,
            @org.jspecify.annotations.Nullable String before) {}

    static final LoadOutcome NOTHING = new LoadOutcome(0, 0, 0, 0, List.of());

    /** « 120 valeurs écrites, dont 3 révisées ; 10 déjà là ». */
    public String inWords(String one, String many) {
        StringBuilder words = new StringBuilder(written + " " + (written > 1 ? many : one));
        if (revised > 0) {
            words.append(", dont ").append(revised).append(revised > 1 ? " révisées" : " révisée");
        }
        if (known + repeated > 0) {
            words.append(" ; ").append(known + repeated).append(" déjà là, à l'identique");
        }
        return words.toString();
    }
}
