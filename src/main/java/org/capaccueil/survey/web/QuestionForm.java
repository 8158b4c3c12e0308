package org.capaccueil.survey.web;

import java.util.List;
import org.capaccueil.survey.domain.QuestionType;
import org.capaccueil.survey.domain.SurveyQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What is typed about a question.
 *
 * @param options one a line
 */
record QuestionForm(
        @Nullable QuestionType type,
        @Nullable Boolean required,
        @Nullable String text,
        @Nullable String options,
        @Nullable Integer maxChars) {

    private static final int USUAL_LENGTH = 1000;

    static QuestionForm empty() {
        return new QuestionForm(QuestionType.SINGLE, true, "", "", USUAL_LENGTH);
    }

    static QuestionForm of(SurveyQuestion question) {
        return new QuestionForm(
                question.type(),
                question.required(),
                question.text(),
                String.join("\n", question.options()),
                question.maxChars() == null ? Integer.valueOf(USUAL_LENGTH) : question.maxChars());
    }

    SurveyQuestion question(String code) {
        return new SurveyQuestion(
                code,
                type == null ? QuestionType.SINGLE : type,
                Boolean.TRUE.equals(required),
                text == null ? "" : text,
                options == null ? List.of() : options.lines().toList(),
                maxChars);
    }
}
