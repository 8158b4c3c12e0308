package org.capaccueil.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** What plainly leads from a free text to a person: an address, a number, a name behind its civility. */
public enum PersonalTrace {
    MAIL("une adresse électronique", "[^\\s@]+@[^\\s@]+\\.[\\p{L}]{2,}"),

    /** French numbers however they are grouped, and others that begin with a country's prefix. */
    PHONE(
            "un numéro de téléphone",
            "(?<![\\d.,])(?:0|(?:\\+|00)33[\\s.\\-()]*0?)[\\s.\\-()]*[1-9](?:[\\s.\\-]*\\d){8}(?!\\d)"
                    + "|\\+\\d(?:[\\s.\\-()]*\\d){7,}"),

    /** « M. Dupont », « mme durand »; but « Madame la Maire » is an office, and « à 3 m. du guichet » a distance. */
    NAME(
            "le nom d'une personne",
            "(?<!\\p{L})(?:(?:M\\.|MM\\.|(?i:monsieur|madame|mademoiselle|messieurs|mesdames))\\s*(?=\\p{Lu})"
                    + "|(?i:mr|mme|mmes|mlle|mlles)\\.?\\s+(?!(?:le|la|les)\\s|l['’]))"
                    + "(?!(?i:monsieur|madame|mademoiselle|messieurs|mesdames)(?!\\p{L}))\\p{L}[\\p{L}'’-]+");

    private final String title;
    private final Pattern pattern;

    PersonalTrace(String title, String pattern) {
        this.title = title;
        this.pattern = Pattern.compile(pattern);
    }

    /** In words, with its article. */
    public String title() {
        return title;
    }

    public boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /** The first kind of trace this text holds. */
    public static Optional<PersonalTrace> first(String text) {
        for (PersonalTrace trace : values()) {
            if (trace.isIn(text)) {
                return Optional.of(trace);
            }
        }
        return Optional.empty();
    }
}
