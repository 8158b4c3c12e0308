package org.capaccueil.standard.exchange;

/**
 * Something that keeps a file, or what was typed on a page, from being a standard.
 *
 * @param at « ligne 12 », « feuille Critères, cellule D7 », or the path of what was typed on a page, « themes[0].weight »;
 *     empty when it is about the whole
 * @param key the key of the value in the published form; empty when it is about no single value
 * @param field what the value is called where it was written
 * @param owner what the value belongs to, « critère ACC-1 »; empty for the standard itself
 * @param complaint what is wrong and what to do
 */
public record Fault(String at, String key, String field, String owner, String complaint) {

    Fault(String at, String sentence) {
        this(at, "", "", "", sentence);
    }

    public static Fault ofFile(String sentence) {
        return new Fault("", sentence);
    }

    /** The whole sentence, without the place. */
    public String sentence() {
        return field.isEmpty()
                ? complaint
                : "« " + field + " »" + (owner.isEmpty() ? "" : " (" + owner + ")") + " " + complaint;
    }

    /** The sentence for somebody who sees what the value belongs to. */
    public String besideField() {
        return field.isEmpty() ? complaint : "« " + field + " » " + complaint;
    }

    @Override
    public String toString() {
        return at.isEmpty() ? sentence() : Character.toUpperCase(at.charAt(0)) + at.substring(1) + " : " + sentence();
    }
}
