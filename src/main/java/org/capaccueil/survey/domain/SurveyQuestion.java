package org.capaccueil.survey.domain;

import java.util.List;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/**
 * One question, in French.
 *
 * @param code what answers are kept under; it stays when the question is moved or reworded
 * @param options in their order, lowest first on five degrees; empty for a text
 * @param maxChars the longest text; null for choices
 */
public record SurveyQuestion(
        String code,
        QuestionType type,
        boolean required,
        String text,
        List<String> options,
        @Nullable Integer maxChars) {

    public static final int LONGEST_TEXT = 300;
    public static final int LONGEST_OPTION = 120;
    public static final int MOST_OPTIONS = 12;
    public static final int LONGEST_ANSWER = 2000;
    private static final int DEGREES = 5;

    public SurveyQuestion {
        text = text.strip();
        options = type.isChoice()
                ? options.stream()
                        .map(String::strip)
                        .filter(option -> !option.isEmpty())
                        .toList()
                : List.of();
        maxChars = type.isChoice() ? null : maxChars;
    }

    /** Refuses what cannot be asked, at the field that is at fault. */
    void requireSound() {
        if (text.isEmpty()) {
            throw new BusinessRefusal("text", "Écrivez la question : c'est elle que l'habitant lit.");
        }
        requireAtMost("text", text, LONGEST_TEXT);
        options.forEach(option -> requireAtMost("options", option, LONGEST_OPTION));
        if (type == QuestionType.LIKERT5 && options.size() != DEGREES) {
            throw new BusinessRefusal(
                    "options", "Une échelle a cinq degrés, du moins bon au meilleur : donnez cinq lignes.");
        }
        if (type.isChoice() && (options.size() < 2 || options.size() > MOST_OPTIONS)) {
            throw new BusinessRefusal(
                    "options", "Donnez de 2 à " + MOST_OPTIONS + " réponses possibles, une par ligne.");
        }
        if (options.stream().distinct().count() != options.size()) {
            throw new BusinessRefusal("options", "Deux réponses possibles sont identiques : changez-en une.");
        }
        if (type == QuestionType.TEXT && (maxChars == null || maxChars < 50 || maxChars > LONGEST_ANSWER)) {
            throw new BusinessRefusal("maxChars", "Donnez une longueur de 50 à " + LONGEST_ANSWER + " caractères.");
        }
    }

    private static void requireAtMost(String field, String text, int most) {
        if (text.length() > most) {
            throw new BusinessRefusal(
                    field,
                    "« " + text.substring(0, 30) + "… » compte " + text.length() + " caractères, pour " + most
                            + " au plus : raccourcissez.");
        }
    }

    /** The longest text that is kept. */
    int longest() {
        return maxChars == null ? 0 : maxChars;
    }

    /** The same as others read it. */
    SurveyQuestion inWords(@Nullable QuestionWords words) {
        return words == null ? this : new SurveyQuestion(code, type, required, words.text(), words.options(), maxChars);
    }

    /** For a list of what changed. */
    String summary() {
        return text + " (" + type.title() + (required ? ", obligatoire" : "") + ")"
                + (options.isEmpty() ? "" : " : " + String.join(" / ", options));
    }
}
