package org.capaccueil.survey.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages a questionnaire may be asked in. French is always there. */
public enum Language {
    FR("Français", "français", false),
    EN("English", "anglais", false),
    ES("Español", "espagnol", false),
    PT("Português", "portugais", false),
    IT("Italiano", "italien", false),
    AR("العربية", "arabe", true);

    private final String ownName;
    private final String title;
    private final boolean rightToLeft;

    Language(String ownName, String title, boolean rightToLeft) {
        this.ownName = ownName;
        this.title = title;
        this.rightToLeft = rightToLeft;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** What it is called in French. */
    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way it is written, in the words of HTML. */
    public String direction() {
        return rightToLeft ? "rtl" : "ltr";
    }

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    public static Optional<Language> coded(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    public static List<Language> besidesFrench() {
        return Arrays.stream(values()).filter(language -> language != FR).toList();
    }
}
