package org.capaccueil.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {

    private static final Instant NOW = Instant.parse("2027-03-12T10:00:00Z");
    private static final SurveyQuestion WHOLE = new SurveyQuestion(
            "whole", QuestionType.LIKERT5, true, "Êtes-vous satisfait ?", List.of("1", "2", "3", "4", "5"), null);
    private static final SurveyQuestion TEXT =
            new SurveyQuestion("text", QuestionType.TEXT, false, "Une chose à améliorer ?", List.of("oui"), 500);
    private static final SurveyQuestion MANY =
            new SurveyQuestion("many", QuestionType.MULTIPLE, false, "Par où ?", List.of("A", " ", "B"), 500);

    private static QuestionnaireText text() {
        return new QuestionnaireText("Votre avis", 3, List.of(WHOLE, MANY, TEXT), "whole", Map.of());
    }

    @Test
    void aPublishedVersionIsNeverWordedAgainAndTheNextBeginsWithItsWords() {
        Questionnaire first = Questionnaire.first(CommuneId.random(), text());
        first.publish(NOW);
        assertThatThrownBy(() -> first.write(text())).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> first.publish(NOW)).isInstanceOf(StepNoLongerOpen.class);
        Questionnaire next = first.next(2);
        assertThat(next.text()).isEqualTo(text());
        assertThat(next.view()).returns(2, QuestionnaireView::edition).returns(true, QuestionnaireView::isDraft);
        assertThat(next.family()).isEqualTo(first.family());
        assertThatThrownBy(() -> first.withdraw(" ", NOW)).hasMessageContaining("pourquoi");
        first.withdraw("Dépassé", NOW);
        assertThatThrownBy(first::requirePublished).isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> next.withdraw("Trop tôt", NOW)).isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void onlyAQuestionnaireWithARequiredQuestionAboutTheWholeIsPublished() {
        assertThatThrownBy(() -> text().without("whole").requirePublishable()).hasMessageContaining("satisfaction");
        SurveyQuestion optional = new SurveyQuestion(
                "whole", QuestionType.LIKERT5, false, "Êtes-vous satisfait ?", WHOLE.options(), null);
        assertThatThrownBy(() -> text().asking(optional).requirePublishable()).hasMessageContaining("obligatoire");
        assertThatThrownBy(() -> text().headed("Votre avis", 3, "many")).hasMessageContaining("cinq degrés");
        assertThatThrownBy(() -> new QuestionnaireText("Vide", 3, List.of(), null, Map.of()).requirePublishable())
                .hasMessageContaining("au moins une question");
        text().requirePublishable();
    }

    @Test
    void whatCannotBeAskedIsRefusedAtItsField() {
        assertThat(List.of(
                        new SurveyQuestion("a", QuestionType.SINGLE, true, " ", List.of("1", "2"), null),
                        new SurveyQuestion("a", QuestionType.SINGLE, true, "Une ?", List.of("1"), null),
                        new SurveyQuestion("a", QuestionType.SINGLE, true, "Une ?", List.of("1", "1"), null),
                        new SurveyQuestion("a", QuestionType.LIKERT5, true, "Une ?", List.of("1", "2"), null),
                        new SurveyQuestion("a", QuestionType.TEXT, true, "Une ?", List.of(), 5)))
                .extracting(QuestionnaireTest::fieldRefused)
                .containsExactly("text", "options", "options", "options", "maxChars");
        assertThat(MANY.options()).containsExactly("A", "B");
        assertThat(MANY.maxChars()).isNull();
    }

    private static String fieldRefused(SurveyQuestion question) {
        try {
            question.requireSound();
            return "nothing";
        } catch (BusinessRefusal refusal) {
            return String.valueOf(refusal.field());
        }
    }

    @Test
    void aQuestionMovesByOnePlaceAndStopsAtTheEnds() {
        assertThat(text().moved("text", true).questions())
                .extracting(SurveyQuestion::code)
                .containsExactly("whole", "text", "many");
        assertThat(text().moved("whole", true)).isEqualTo(text());
        assertThat(text().moved("text", false)).isEqualTo(text());
        assertThat(text().with(TEXT).freeCode()).isEqualTo("q1");
    }

    @Test
    void aTranslationIsOfferedOnlyWhenNothingIsMissing() {
        Map<String, QuestionWords> words = Map.of(
                "whole", new QuestionWords("Satisfied?", List.of("1", "2", "3", "4", "5")),
                "many", new QuestionWords("Which way?", List.of("A", "B")),
                "text", new QuestionWords("One thing?", List.of()));
        QuestionnaireText complete = text().translated(Language.EN, new Translation("Your opinion", words));
        assertThat(complete.languages()).containsExactly(Language.FR, Language.EN);
        assertThat(complete.in(Language.EN).title()).isEqualTo("Your opinion");
        assertThat(complete.in(Language.EN).question("many").orElseThrow().options())
                .containsExactly("A", "B");

        QuestionnaireText more = complete.asking(
                new SurveyQuestion("many", QuestionType.MULTIPLE, false, "Par où ?", List.of("A", "B", "C"), null));
        assertThat(more.languages()).containsExactly(Language.FR);
        assertThat(more.in(Language.EN).title()).isEqualTo("Votre avis");
        assertThat(QuestionnaireJson.read(QuestionnaireJson.written(complete))).isEqualTo(complete);
    }

    /** Whoever ticks "Counter" has come to the counter, wherever it stands in French by now. */
    @Test
    void aTranslationFollowsTheFrenchQuestionOrIsNotOffered() {
        QuestionnaireText complete = new QuestionnaireText(
                "Votre avis",
                3,
                List.of(MANY),
                null,
                Map.of(
                        Language.EN,
                        new Translation(
                                "Your opinion",
                                Map.of("many", new QuestionWords("Which way?", List.of("Counter", "Phone"))))));

        QuestionnaireText swapped = complete.asking(many("Par où ?", "B", "A"));
        assertThat(swapped.languages()).contains(Language.EN);
        assertThat(swapped.in(Language.EN).question("many").orElseThrow().options())
                .containsExactly("Phone", "Counter");

        QuestionnaireText reworded = complete.asking(many("Par où ?", "C", "B"));
        assertThat(reworded.languages()).containsExactly(Language.FR);
        assertThat(reworded.translations()
                        .get(Language.EN)
                        .questions()
                        .get("many")
                        .options())
                .containsExactly("", "Phone");

        QuestionnaireText another = complete.asking(many("Par où n'êtes-vous pas venu ?", "A", "B"));
        assertThat(another.languages()).containsExactly(Language.FR);
        assertThat(complete.asking(MANY)).isEqualTo(complete);
    }

    private static SurveyQuestion many(String text, String... options) {
        return new SurveyQuestion("many", QuestionType.MULTIPLE, false, text, List.of(options), null);
    }

    @Test
    void whatWasNeverOnThePageIsNoAnswer() {
        assertThat(Given.nothing().with(WHOLE, List.of("6", "-1", "x", "")).choices())
                .isEmpty();
        assertThat(Given.nothing().with(WHOLE, List.of("2", "4")).choices()).containsEntry("whole", List.of(2));
        assertThat(Given.nothing().with(MANY, List.of("2", "1", "2")).choices()).containsEntry("many", List.of(1, 2));
        assertThat(Given.nothing().with(TEXT, List.of(" un\r\ntexte\u0007 ")).text("text"))
                .isEqualTo("un\ntexte");
        Given changed = Given.nothing().with(WHOLE, List.of("2")).with(WHOLE, List.of());
        assertThat(changed.fault(WHOLE)).contains(Given.Fault.MISSING);
    }

    @Test
    void aCodeFromAPosterIsReadAsItWasMeant() {
        String code = ShortCode.random();
        assertThat(code).matches("[0-9a-hjkmnp-tv-z]{10}").isNotEqualTo(ShortCode.random());
        assertThat(ShortCode.read(" 7H2K-Q9XW3O ")).isEqualTo("7h2kq9xw30");
        assertThat(ShortCode.read("LI")).isEqualTo("11");
    }
}
