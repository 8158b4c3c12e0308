package org.capaccueil.survey.domain;

import java.util.List;

/** A question in another language. */
public record QuestionWords(String text, List<String> options) {

    public QuestionWords {
        text = text.strip();
        options = options.stream().map(String::strip).toList();
    }

    /** Whether somebody who reads no French can answer. */
    boolean says(SurveyQuestion question) {
        return !text.isEmpty()
                && options.size() == question.options().size()
                && options.stream().noneMatch(String::isEmpty);
    }
}
