package org.capaccueil.survey.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has answered so far, by the code of the question.
 *
 * @param choices the numbers of the options chosen, the first at 1; on five degrees the number is the grade
 * @param texts what was written
 */
public record Given(Map<String, List<Integer>> choices, Map<String, String> texts) {

    /** What is wrong with an answer; the words for it are the languages'. */
    public enum Fault {
        MISSING,
        TOO_LONG
    }

    public Given {
        choices = Map.copyOf(choices);
        texts = Map.copyOf(texts);
    }

    static Given nothing() {
        return new Given(Map.of(), Map.of());
    }

    /**
     * With this answer to a question, instead of the one before. Numbers that are no option were never on the page and are
     * dropped.
     *
     * @param typed what came: numbers of options, or the text
     */
    Given with(SurveyQuestion question, List<String> typed) {
        Map<String, List<Integer>> chosen = new LinkedHashMap<>(choices);
        Map<String, String> written = new LinkedHashMap<>(texts);
        chosen.remove(question.code());
        written.remove(question.code());
        if (question.type() == QuestionType.TEXT) {
            String text = typed.isEmpty() ? "" : readable(typed.get(0));
            if (!text.isEmpty()) {
                written.put(question.code(), text);
            }
        } else {
            List<Integer> numbers = typed.stream()
                    .filter(number -> number.matches("\\d{1,2}"))
                    .map(Integer::valueOf)
                    .filter(number ->
                            number >= 1 && number <= question.options().size())
                    .distinct()
                    .sorted()
                    .limit(
                            question.type() == QuestionType.MULTIPLE
                                    ? question.options().size()
                                    : 1)
                    .toList();
            if (!numbers.isEmpty()) {
                chosen.put(question.code(), numbers);
            }
        }
        return new Given(chosen, written);
    }

    /** Line ends as one, nothing that does not show. */
    private static String readable(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .strip();
    }

    Optional<Fault> fault(SurveyQuestion question) {
        if (question.type() == QuestionType.TEXT) {
            String text = texts.getOrDefault(question.code(), "");
            return text.length() > question.longest()
                    ? Optional.of(Fault.TOO_LONG)
                    : question.required() && text.isEmpty() ? Optional.of(Fault.MISSING) : Optional.empty();
        }
        return question.required() && !choices.containsKey(question.code())
                ? Optional.of(Fault.MISSING)
                : Optional.empty();
    }

    /** The first question that is not answered as it has to be. */
    Optional<SurveyQuestion> firstFault(QuestionnaireText questionnaire) {
        return questionnaire.questions().stream()
                .filter(question -> fault(question).isPresent())
                .findFirst();
    }

    public boolean chose(String code, int number) {
        return choices.getOrDefault(code, List.of()).contains(number);
    }

    public String text(String code) {
        return texts.getOrDefault(code, "");
    }
}
