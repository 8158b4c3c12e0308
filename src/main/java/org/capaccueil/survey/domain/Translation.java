package org.capaccueil.survey.domain;

import java.util.HashMap;
import java.util.Map;

/**
 * A questionnaire in another language.
 *
 * @param questions by the code of the question
 */
public record Translation(String title, Map<String, QuestionWords> questions) {

    public Translation {
        title = title.strip();
        questions = Map.copyOf(questions);
    }

    Translation following(SurveyQuestion before, SurveyQuestion after) {
        Map<String, QuestionWords> now = new HashMap<>(questions);
        now.computeIfPresent(before.code(), (code, words) -> words.following(before, after));
        return new Translation(title, now);
    }

    boolean says(QuestionnaireText french) {
        return !title.isEmpty()
                && french.questions().stream().allMatch(question -> {
                    QuestionWords words = questions.get(question.code());
                    return words != null && words.says(question);
                });
    }
}
