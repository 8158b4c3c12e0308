package org.capaccueil.survey.web;

import java.util.ResourceBundle;
import org.capaccueil.survey.domain.Language;

/** What a resident's page says around the questions, in each language. French is what the others are read against. */
public final class ScreenWords {

    private static final String BUNDLE = "survey.screen";

    private final ResourceBundle words;

    private ScreenWords(ResourceBundle words) {
        this.words = words;
    }

    static ScreenWords in(Language language) {
        return new ScreenWords(ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public String get(String key) {
        return words.getString(key);
    }

    /** « Question 3 sur 10 ». */
    public String progress(int number, int total) {
        return get("progress").replace("{0}", Integer.toString(number)).replace("{1}", Integer.toString(total));
    }

    public String minutes(int minutes) {
        return get("minutes").replace("{0}", Integer.toString(minutes));
    }

    public String longest(int characters) {
        return get("longest").replace("{0}", Integer.toString(characters));
    }
}
