package org.capaccueil.survey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveyedTown;
import org.capaccueil.survey.domain.Sampling;
import org.capaccueil.survey.domain.SurveyDesk;
import org.capaccueil.survey.domain.WayKind;
import org.capaccueil.survey.domain.WayView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class SurveyPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    SurveyDesk desk;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Town town;

    @BeforeEach
    void aTown() {
        town = fixtures.town();
    }

    private String begun() throws Exception {
        return Objects.requireNonNull(pages.send(town.manager(), "/surveys/questionnaires")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private String version(String questionnaire) {
        return jdbc.sql("select version from questionnaire where id = ?")
                .param(UUID.fromString(questionnaire.substring(questionnaire.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    @Test
    void aQuestionnaireIsAdaptedQuestionByQuestionTranslatedAndPublished() throws Exception {
        pages.open(town.manager(), "/surveys/questionnaires")
                .andExpect(content().string(containsString("dix questions")));
        String draft = begun();
        pages.open(town.manager(), draft)
                .andExpect(content()
                        .string(allOf(
                                containsString("10. Une chose à améliorer"),
                                containsString("Satisfaction d’ensemble"),
                                containsString("Modifier : italien"))));
        pages.open(town.manager(), draft + "/questions/new").andExpect(status().isOk());
        pages.send(
                        town.manager(),
                        draft + "/questions/new",
                        "version",
                        version(draft),
                        "text",
                        "Avez-vous trouvé l'entrée ?",
                        "type",
                        "MULTIPLE",
                        "options",
                        "Oui\nNon")
                .andExpect(redirectedUrl(draft));
        pages.send(
                        town.manager(),
                        draft + "/questions/new",
                        "version",
                        version(draft),
                        "text",
                        "Une échelle",
                        "type",
                        "LIKERT5",
                        "options",
                        "Un\nDeux")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("cinq degrés, du moins bon au meilleur")));
        pages.send(town.manager(), draft + "/questions/q1/place", "version", version(draft), "up", "true")
                .andExpect(redirectedUrl(draft));
        pages.send(town.manager(), draft + "/questions/reason/removal", "version", version(draft))
                .andExpect(redirectedUrl(draft));
        pages.open(town.manager(), draft)
                .andExpect(content()
                        .string(allOf(
                                containsString("9. Avez-vous trouvé"),
                                not(containsString("Pour quel sujet")),
                                containsString("anglais, incomplet"))));
        pages.open(town.manager(), draft + "/languages/it").andExpect(status().isOk());
        pages.open(town.manager(), draft + "/questions/overall")
                .andExpect(content().string(containsString("&egrave;s satisfait")));
        pages.open(town.manager(), draft + "/preview?number=9")
                .andExpect(content().string(containsString("Question 9 sur 10")));
        pages.send(
                        town.manager(),
                        draft,
                        "version",
                        version(draft),
                        "title",
                        "Votre avis",
                        "minutes",
                        "2",
                        "overall",
                        "clarity")
                .andExpect(redirectedUrl(draft));
        pages.send(town.manager(), draft + "/publication", "version", "0").andExpect(status().isConflict());
        pages.send(town.manager(), draft + "/publication", "version", version(draft))
                .andExpect(redirectedUrl(draft));
        pages.send(town.manager(), draft + "/questions/clarity/removal", "version", version(draft))
                .andExpect(status().isConflict());
        pages.open(town.manager(), draft).andExpect(content().string(containsString("Nouvelle version")));
        pages.send(town.manager(), draft + "/withdrawal", "reason", "").andExpect(status().isUnprocessableEntity());
        pages.send(town.manager(), draft + "/withdrawal", "reason", "Dépassé").andExpect(redirectedUrl(draft));
        databaseRefuses(draft);
    }

    /** Not even a hand in the database changes what residents were asked. */
    private void databaseRefuses(String published) {
        UUID id = UUID.fromString(published.substring(published.lastIndexOf('/') + 1));
        assertThatThrownBy(() -> jdbc.sql("update questionnaire set content = '{}' where id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void whoeverSavedFirstIsShownBesideWhoSavesLater() throws Exception {
        String draft = begun();
        String before = version(draft);
        pages.send(town.manager(), draft + "/questions/reason/removal", "version", before);
        pages.send(
                        town.manager(),
                        draft + "/questions/overall",
                        "version",
                        before,
                        "text",
                        "Êtes-vous content ?",
                        "type",
                        "LIKERT5",
                        "required",
                        "true",
                        "options",
                        "1\n2\n3\n4\n5")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(containsString("Modifié entre-temps"), containsString("Êtes-vous content ?"))));
    }

    /** The form was open before somebody else saved; what it is refused for does not make it newer. */
    @Test
    void aFormThatWasRefusedIsStillToldWhatSomebodyElseSavedMeanwhile() throws Exception {
        String draft = begun();
        String before = version(draft);
        pages.send(town.manager(), draft + "/questions/reason/removal", "version", before);

        for (String address : List.of(draft, draft + "/questions/overall", draft + "/questions/new")) {
            pages.send(town.manager(), address, "version", before, "title", "", "text", "")
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("name=\"version\" value=\"" + before + "\"")));
        }
    }

    @Test
    void aSurveyIsPreparedOpenedPrintedAndClosed() throws Exception {
        surveyed.publishedQuestionnaire(town);
        UUID questionnaire = surveyed.publishedQuestionnaire(town);
        UUID point = organisation.team(town.team()).points().get(0).id();
        pages.open(town.manager(), "/surveys/new").andExpect(content().string(containsString("Hôtel de ville")));
        pages.send(town.manager(), "/surveys/new", "title", "Printemps", "sampling", "RANDOM")
                .andExpect(status().isUnprocessableEntity());
        pages.send(
                        town.manager(),
                        "/surveys/new",
                        "title",
                        "Printemps",
                        "population",
                        "beaucoup",
                        "asked",
                        point + "|COUNTER")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("« beaucoup » n&#39;est pas un nombre")))
                .andExpect(content().string(containsString("checked")));
        prepare(questionnaire, "RANDOM", "10500", WayKind.LINK, WayKind.POSTER)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("s&#39;adressent à qui passe")));
        String page = address(prepare(questionnaire, "OPEN", "", WayKind.values()));
        pages.open(town.manager(), page + "/edit").andExpect(status().isOk());
        pages.send(town.manager(), page + "/opening", "version", "7").andExpect(status().isConflict());
        pages.send(town.manager(), page + "/opening", "version", "0").andExpect(redirectedUrl(page));
        pages.open(town.lead(), page)
                .andExpect(content()
                        .string(allOf(
                                containsString("Affiche (PDF)"),
                                containsString("/kiosk"),
                                containsString("Votre avis compte"),
                                not(containsString("Clore")))));
        pages.open(town.leadership(), "/surveys").andExpect(content().string(containsString("Printemps")));
        SurveyId id = SurveyId.of(page.substring(page.lastIndexOf('/') + 1));
        WayView poster = surveyed.way(town, id, WayKind.POSTER);
        byte[] pdf = pages.open(town.agent(), page + "/posters/" + poster.id())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    private ResultActions prepare(UUID questionnaire, String sampling, String population, WayKind... kinds)
            throws Exception {
        return pages.send(
                town.manager(),
                "/surveys/new",
                fields(questionnaire, LocalDate.now(PublicTime.ZONE), sampling, population, kinds));
    }

    private String[] fields(
            UUID questionnaire, LocalDate firstDay, String sampling, String population, WayKind... kinds) {
        List<String> fields = new ArrayList<>(List.of(
                "title",
                "Printemps",
                "questionnaire",
                questionnaire.toString(),
                "firstDay",
                firstDay.toString(),
                "lastDay",
                firstDay.plusDays(20).toString(),
                "sampling",
                sampling,
                "population",
                population,
                "asked",
                organisation.team(town.team()).points().get(0).id() + "|COUNTER"));
        for (WayKind kind : kinds) {
            fields.addAll(List.of("kinds", kind.name()));
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void whoeverChangesASurveyThatWasToOpenByItselfIsToldToOpenItAgain() throws Exception {
        String[] later = fields(
                surveyed.publishedQuestionnaire(town),
                LocalDate.now(PublicTime.ZONE).plusDays(5),
                "OPEN",
                "",
                WayKind.LINK);
        String page = address(pages.send(town.manager(), "/surveys/new", later));
        pages.open(town.manager(), page)
                .andExpect(content().string(containsString("À partir de là, les questions et les adresses")));
        pages.send(town.manager(), page + "/edit", with(later, "version", "0"))
                .andExpect(flash().attribute("notice", not(containsString("d'elle-même"))));
        pages.send(town.manager(), page + "/opening", "version", "0");
        pages.open(town.manager(), page).andExpect(content().string(containsString("s’ouvre d’elle-même le")));

        pages.send(town.manager(), page + "/edit", with(later, "version", "1"))
                .andExpect(flash().attribute("notice", containsString("ne s'ouvrira plus d'elle-même : ouvrez-la")));
        pages.open(town.manager(), page)
                .andExpect(content()
                        .string(allOf(not(containsString("s’ouvre d’elle-même")), containsString("Ouvrir l’enquête"))));
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    /** Nothing ran while it could have opened. */
    @Test
    void aSurveyThatMissedItsDaysSaysSoAndWhatToDo() throws Exception {
        SurveyId missed = surveyed.prepared(town);
        jdbc.sql(
                        "update survey set ready = true, first_day = current_date - 9, last_day = current_date - 3 where id = ?")
                .param(missed.value())
                .update();

        pages.open(town.manager(), "/surveys/" + missed)
                .andExpect(content()
                        .string(allOf(
                                containsString("n’a pas pu s’ouvrir : changez ses dates"),
                                not(containsString("s’ouvre d’elle-même")))));
        pages.open(town.agent(), "/surveys/" + missed)
                .andExpect(content()
                        .string(allOf(
                                containsString("n’a pas pu s’ouvrir"), not(containsString("changez ses dates")))));
    }

    private static String address(ResultActions prepared) throws Exception {
        return Objects.requireNonNull(prepared.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    @Test
    void aRandomSampleIsAnsweredByLinkAndOnPaperAndHasItsIntervals() throws Exception {
        String page =
                address(prepare(surveyed.publishedQuestionnaire(town), "RANDOM", "10500", WayKind.LINK, WayKind.PAPER));
        pages.send(town.manager(), page + "/opening", "version", "0");
        SurveyId id = SurveyId.of(page.substring(page.lastIndexOf('/') + 1));
        WayView link = surveyed.way(town, id, WayKind.LINK);
        WayView sheet = surveyed.way(town, id, WayKind.PAPER);
        pages.open(town.agent(), page + "/paper?way=" + sheet.id())
                .andExpect(content().string(containsString("10. Une chose à améliorer")));
        pages.send(town.agent(), page + "/paper", "way", sheet.id().toString(), "sheet", "ab", "answer-overall", "4")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("une réponse est attendue")));
        List<String> fields = new ArrayList<>(List.of("way", sheet.id().toString(), "sheet", "ab"));
        SurveyedTown.answers(4, "Bien")
                .forEach(one -> fields.addAll(List.of("answer-" + one.getKey(), one.getValue())));
        pages.send(town.agent(), page + "/paper", fields.toArray(String[]::new)).andExpect(status().is3xxRedirection());
        // back, and another sheet typed over it
        pages.send(town.agent(), page + "/paper", fields.toArray(String[]::new))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(containsString("déjà été comptée"), not(containsString("value=\"ab\"")))));

        for (int i = 0; i < 9; i++) {
            surveyed.answer(link, i < 7 ? 5 : 1, "");
        }
        pages.open(town.manager(), page + "/results")
                .andExpect(content()
                        .string(allOf(
                                containsString("Pas encore de résultats"),
                                not(containsString("Question par question")))));
        pages.send(town.manager(), page + "/closing").andExpect(redirectedUrl(page + "/results"));
        pages.open(town.manager(), page + "/results")
                .andExpect(content()
                        .string(allOf(
                                containsString("80 %"),
                                containsString("(8 sur 10)"),
                                containsString("de 49,0 à 94,3 %"),
                                containsString("Question par question"),
                                containsString("moins de 5, ou ce qui le révélerait"),
                                containsString("masqué : groupe trop petit"))));
        pages.open(town.agent(), page + "/results")
                .andExpect(content()
                        .string(allOf(
                                containsString("80 %"),
                                not(containsString("Question par question")),
                                not(containsString("Par canal")))));
        pages.open(fixtures.town().manager(), page + "/results").andExpect(status().isNotFound());

        String file = csv(town.manager(), page);
        assertThat(file)
                .startsWith("\uFEFFTableau;Ligne;Réponses;Nombre;Part (%);Borne basse (%);Borne haute (%)\r\n"
                        + "Réponses recueillies;;10;;;;\r\n"
                        + "Satisfaits de l'accueil;Ensemble;10;8;80,00;49,02;94,33\r\n")
                .contains("Par façon d'arriver à l'enquête;Lien;masqué;masqué;;;\r\n")
                .contains("Au total, êtes-vous satisfait de l'accueil ?;Très satisfait;10;masqué;;;\r\n")
                .contains(";10;10;100,00;;\r\n");
        assertThat(csv(town.agent(), page)).contains("Ensemble;10;8").doesNotContain("Par canal", "Très satisfait");
        pages.open(fixtures.town().manager(), page + "/results.csv").andExpect(status().isNotFound());
    }

    private String csv(PersonId person, String page) throws Exception {
        return pages.open(person, page + "/results.csv")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("resultats-")))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The link was passed on. */
    @Test
    void moreAnswersThanPeopleAreNoSample() throws Exception {
        String page =
                address(prepare(surveyed.publishedQuestionnaire(town), "RANDOM", "8", WayKind.LINK, WayKind.PAPER));
        pages.send(town.manager(), page + "/opening", "version", "0");
        WayView link = surveyed.way(town, SurveyId.of(page.substring(page.lastIndexOf('/') + 1)), WayKind.LINK);
        for (int i = 0; i < 10; i++) {
            surveyed.answer(link, i < 8 ? 4 : 2, "");
        }
        pages.send(town.manager(), page + "/closing");
        pages.open(town.manager(), page + "/results")
                .andExpect(content()
                        .string(allOf(
                                containsString("Plus de réponses que de personnes"),
                                containsString("80 %"),
                                not(containsString("intervalle à 95 %")))));
        assertThat(csv(town.manager(), page)).contains("Ensemble;10;8;80,00;;\r\n");
    }

    /** Laid before a drawn sample was refused posters. */
    @Test
    void aSampleThatPostersLeadToIsNotOpenedAndHasNoMarginWhereItIsOpen() throws Exception {
        SurveyId prepared = surveyed.prepared(town);
        jdbc.sql("update survey set sampling = 'RANDOM', population = 10500 where id = ?")
                .param(prepared.value())
                .update();
        String page = "/surveys/" + prepared;
        pages.send(town.manager(), page + "/opening", "version", "0")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("s&#39;adressent à qui passe")));
        pages.open(town.manager(), page).andExpect(content().string(containsString("Ouvrir l’enquête")));

        SurveyId open = surveyed.opened(town);
        jdbc.sql("update survey set sampling = 'RANDOM', population = 10500 where id = ?")
                .param(open.value())
                .update();
        WayView link = surveyed.way(town, open, WayKind.LINK);
        for (int i = 0; i < 10; i++) {
            surveyed.answer(link, i < 8 ? 4 : 2, "");
        }
        desk.close(fixtures.actor(town.manager()), open);
        pages.open(town.manager(), "/surveys/" + open + "/results")
                .andExpect(content()
                        .string(allOf(
                                containsString("80 %"),
                                containsString("Ce n’est pas un échantillon"),
                                not(containsString("intervalle à 95 %")))));
        assertThat(csv(town.manager(), "/surveys/" + open)).contains("Ensemble;10;8;80,00;;\r\n");
    }

    @Test
    void anOpenSurveyShowsAnswersCollectedAndNoMargin() throws Exception {
        SurveyId id = surveyed.opened(
                town, surveyed.plan(town, LocalDate.now(PublicTime.ZONE).plusDays(9), Sampling.OPEN));
        WayView link = surveyed.way(town, id, WayKind.LINK);
        for (int i = 0; i < 10; i++) {
            surveyed.answer(link, i < 8 ? 4 : 2, "");
        }
        desk.close(fixtures.actor(town.manager()), id);
        pages.open(town.leadership(), "/surveys/" + id + "/results")
                .andExpect(content()
                        .string(allOf(
                                containsString("Réponses recueillies"),
                                containsString("80 %"),
                                not(containsString("intervalle à 95 %")))));
    }

    @Test
    void whatIsWrittenIsReadByTheModeratorAloneUntilItIsPublished() throws Exception {
        SurveyId id = surveyed.opened(town);
        WayView link = surveyed.way(town, id, WayKind.LINK);
        surveyed.written(link, "Madame Durand du guichet 3 est pressée, les horaires changent", "Texte à écarter");
        String comments = "/surveys/" + id + "/comments";
        String results = "/surveys/" + id + "/results";
        pages.open(town.manager(), comments).andExpect(content().string(containsString("Madame Durand")));
        pages.open(town.manager(), results).andExpect(content().string(not(containsString("Durand"))));
        pages.open(town.lead(), comments).andExpect(status().isForbidden());
        pages.open(town.leadership(), comments).andExpect(status().isForbidden());
        UUID comment = jdbc.sql("select id from survey_comment where survey_id = ? and written like 'Madame%'")
                .param(id.value())
                .query(UUID.class)
                .single();
        pages.send(town.manager(), comments + "/" + comment, "version", "0", "mask", "Monsieur Martin")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("recopiez le passage")));
        pages.send(
                        town.manager(),
                        comments + "/" + comment,
                        "version",
                        "0",
                        "mask",
                        "Madame Durand du guichet 3",
                        "tags",
                        "Horaires, attente")
                .andExpect(redirectedUrl(comments));
        pages.send(town.manager(), comments + "/" + comment, "version", "0", "reject", "true")
                .andExpect(status().isConflict());
        assertThat(masked(comments, comment)).isEqualTo("Madame Durand du guichet 3");
        // another label, later: what the page has in its fields is sent again
        pages.send(
                        town.manager(),
                        comments + "/" + comment,
                        "version",
                        "1",
                        "mask",
                        masked(comments, comment),
                        "tags",
                        "Horaires, attente, accueil")
                .andExpect(redirectedUrl(comments));
        pages.open(town.agent(), results + "?words=horaire")
                .andExpect(content()
                        .string(allOf(
                                containsString("[…] est pressée"),
                                containsString("#attente"),
                                not(containsString("Durand")),
                                not(containsString("écarter")))));
        pages.open(town.leadership(), results + "?words=piscine")
                .andExpect(content().string(not(containsString("est pressée"))));
        assertThat(jdbc.sql(
                                "select count(*) from trail_entry where coalesce(before_value, '') || coalesce(after_value, '') "
                                        + "|| coalesce(reason, '') like '%Durand%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void manyTextsAreReadPageByPageAndWhatIsLookedForIsKept() throws Exception {
        SurveyId id = surveyed.opened(town);
        jdbc.sql(
                        """
                insert into survey_comment (id, survey_id, team_id, question, written, state, tags)
                select gen_random_uuid(), ?, ?, 'comment', 'La réception, texte ' || n, 'RECEIVED', 'attente,horaires'
                from generate_series(1, 45) n""")
                .param(id.value())
                .param(town.team().value())
                .update();
        jdbc.sql(
                        """
                insert into survey_comment (id, survey_id, team_id, question, written, state)
                values (gen_random_uuid(), ?, ?, 'comment', 'Des bancs', 'RECEIVED')""")
                .param(id.value())
                .param(town.team().value())
                .update();
        String comments = "/surveys/" + id + "/comments";
        assertThat(forms(comments)).isEqualTo(20);
        assertThat(forms(comments + "?page=2")).isEqualTo(6);
        assertThat(forms(comments + "?page=2&words=reception")).isEqualTo(5);
        assertThat(forms(comments + "?words=bancs")).isEqualTo(1);
        assertThat(forms(comments + "?page=3"))
                .as("the last one there is, where one past it is asked for")
                .isEqualTo(6);
        assertThat(forms(comments + "?page=" + Integer.MAX_VALUE + "&words=reception"))
                .isEqualTo(5);
        assertThat(forms(comments + "?page=4&words=piscine")).isZero();
        assertThat(forms(comments + "?page=2&tag= Horaires&state=RECEIVED")).isEqualTo(5);
        assertThat(forms(comments + "?tag=horaire")).isZero();
        assertThat(forms(comments + "?state=REJECTED")).isZero();

        UUID one = jdbc.sql("select id from survey_comment where survey_id = ? and written like 'La%' limit 1")
                .param(id.value())
                .query(UUID.class)
                .single();
        String next = Objects.requireNonNull(pages.send(
                        town.manager(),
                        comments + "/" + one,
                        "version",
                        "0",
                        "mask",
                        "",
                        "words",
                        "reception",
                        "state",
                        "RECEIVED",
                        "page",
                        "1")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(next).contains("words=reception", "state=RECEIVED", "page=1");
        pages.open(town.leadership(), "/surveys/" + id + "/results?words=reception")
                .andExpect(content().string(containsString("La réception, texte")));
        for (String beyond : List.of("1", Integer.toString(Integer.MAX_VALUE))) {
            pages.open(town.leadership(), "/surveys/" + id + "/results?words=reception&page=" + beyond)
                    .andExpect(content()
                            .string(allOf(
                                    containsString("La réception, texte"), not(containsString("Page précédente")))));
        }
    }

    private int forms(String address) throws Exception {
        String page = pages.open(town.manager(), address)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.split("name=\"mask\"", -1).length - 1;
    }

    /** What stands in the field of passages to leave out. */
    private String masked(String comments, UUID comment) throws Exception {
        Matcher field = Pattern.compile("id=\"mask-" + comment + "\"[^>]*>([^<]*)</textarea>")
                .matcher(pages.open(town.manager(), comments)
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    @Test
    void theCalculatorAnswersEverybodyWhoTakesPart() throws Exception {
        pages.open(town.lead(), "/surveys/sample-size?population=10500&margin=5")
                .andExpect(content().string(containsString("371")));
        pages.open(town.lead(), "/surveys/sample-size?population=10500&margin=0")
                .andExpect(status().isUnprocessableEntity());
        pages.open(town.lead(), "/surveys/sample-size?population=beaucoup&margin=2,5")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("« beaucoup » n&#39;est pas un nombre")));
        pages.open(town.auditor(), "/surveys").andExpect(status().isForbidden());
    }
}
