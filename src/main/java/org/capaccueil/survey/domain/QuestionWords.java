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

    /**
     * As far as they still say the same when the French question is changed: an option that moves takes its words along, and
     * what is new or reworded has none.
     */
    QuestionWords following(SurveyQuestion before, SurveyQuestion after) {
        return new QuestionWords(
                after.text().equals(before.text()) ? text : "",
                after.options().stream()
                        .map(option -> before.options().indexOf(option))
                        .map(at -> at >= 0 && at < options.size() ? options.get(at) : "")
                        .toList());
    }
}
