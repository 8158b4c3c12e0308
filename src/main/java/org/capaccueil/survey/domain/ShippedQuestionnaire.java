package org.capaccueil.survey.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.Survey;
import org.springframework.stereotype.Component;

/**
 * The questionnaire the product is shipped with: the questions are those of the shipped standard, and only what a standard
 * does not know stands beside them, its translations and which question asks for the satisfaction as a whole.
 */
@Component
class ShippedQuestionnaire {

    private static final String STANDARD = "AMQ-START";
    private static final String OVERALL = "overall";

    private final Standards standards;

    ShippedQuestionnaire(Standards standards) {
        this.standards = standards;
    }

    QuestionnaireText text() {
        Survey survey = standards
                .shipped(STANDARD)
                .map(StandardVersionView::id)
                .map(standards::content)
                .map(standard -> Objects.requireNonNull(standard.survey()))
                .orElseThrow(() -> new IllegalStateException("the standard " + STANDARD + " is not shipped"));
        Map<Language, Translation> translations = new EnumMap<>(Language.class);
        Language.besidesFrench().forEach(language -> {
            InputStream file = ShippedQuestionnaire.class.getResourceAsStream(
                    "/survey/" + survey.code() + "." + language.code() + ".json");
            if (file != null) {
                translations.put(language, read(file));
            }
        });
        return new QuestionnaireText(
                survey.titleFr(),
                survey.estimatedMinutes(),
                survey.questions().stream().map(ShippedQuestionnaire::question).toList(),
                OVERALL,
                translations);
    }

    private static SurveyQuestion question(Survey.SurveyQuestion asked) {
        QuestionType type =
                switch (asked.type()) {
                    case SINGLE -> QuestionType.SINGLE;
                    case LIKERT5 -> QuestionType.LIKERT5;
                    case TEXT -> QuestionType.TEXT;
                };
        return new SurveyQuestion(
                asked.code(), type, asked.required(), asked.fr(), List.copyOf(asked.options()), asked.maxChars());
    }

    private static Translation read(InputStream file) {
        try (file) {
            return QuestionnaireJson.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), Translation.class);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
