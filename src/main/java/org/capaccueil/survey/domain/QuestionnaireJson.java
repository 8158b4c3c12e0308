package org.capaccueil.survey.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How documents are kept: the whole of a questionnaire, and what somebody answered. */
final class QuestionnaireJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private QuestionnaireJson() {}

    static String written(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document of a survey cannot be written", impossible);
        }
    }

    static QuestionnaireText read(String content) {
        return read(content, QuestionnaireText.class);
    }

    /** What was in it stays out of the fault: it may be an answer. */
    static <T> T read(String content, Class<T> type) {
        try {
            return MAPPER.readValue(content, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read");
        }
    }
}
