package org.capaccueil.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What residents are asked about the welcome.
 *
 * @param estimatedMinutes how long an answer takes
 */
public record Survey(
        String code, String titleFr, boolean anonymous, int estimatedMinutes, List<SurveyQuestion> questions) {

    /** How a question is answered, with the word files use. */
    public enum Type {
        SINGLE("single", "Un choix"),
        LIKERT5("likert5", "Cinq degrés"),
        TEXT("text", "Texte libre");

        private final String code;
        private final String title;

        Type(String code, String title) {
            this.code = code;
            this.title = title;
        }

        public String code() {
            return code;
        }

        public String title() {
            return title;
        }
    }

    /**
     * One question.
     *
     * @param options in their order, lowest first on five degrees; empty for a text
     * @param maxChars longest text, null for the others
     */
    public record SurveyQuestion(
            String code, Type type, boolean required, String fr, List<String> options, @Nullable Integer maxChars) {}
}
