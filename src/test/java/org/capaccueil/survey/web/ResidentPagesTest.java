package org.capaccueil.survey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveyedTown;
import org.capaccueil.survey.domain.Language;
import org.capaccueil.survey.domain.SurveyDesk;
import org.capaccueil.survey.domain.WayKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ApplicationTest
class ResidentPagesTest {

    private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([0-9a-f]+)\"");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    SurveyDesk desk;

    @Autowired
    FloodGate gate;

    @Autowired
    JdbcClient jdbc;

    private MockMvc mvc;
    private Town town;
    private SurveyId survey;
    private String address;

    @BeforeEach
    void anOpenSurvey() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        town = fixtures.town();
        survey = surveyed.opened(town);
        address = address(WayKind.LINK);
    }

    private String address(WayKind kind) {
        return "/s/" + surveyed.way(town, survey, kind).code();
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
        return answer;
    }

    private int answers() {
        return jdbc.sql("select count(*) from survey_answer where commune_id = ?")
                .param(town.commune().value())
                .query(Integer.class)
                .single();
    }

    private static String secret(MockHttpServletResponse page) throws Exception {
        Matcher found = SECRET.matcher(page.getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MockHttpServletRequestBuilder step(String secret, String question, String answer) {
        return post(address + "/answer")
                .param("secret", secret)
                .param("question", question)
                .param("answer", answer)
                .param("move", "NEXT");
    }

    @Test
    void aSurveyIsAnsweredByPlainFormsWithoutACookieAndWithoutAnAddressThatTells() throws Exception {
        MockHttpServletResponse welcome = perform(get(address));
        assertThat(welcome.getContentAsString())
                .contains("Commencer", "anonymes", "English", "العربية")
                .doesNotContain("site-nav", "<script");
        assertThat(welcome.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(welcome.getHeader("Cache-Control")).contains("no-store");
        assertThat(welcome.getHeader("X-Robots-Tag")).isEqualTo("noindex");

        MockHttpServletResponse page = perform(post(address));
        assertThat(page.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(perform(post(address(WayKind.KIOSK))).getHeader("Cache-Control"))
                .contains("no-store");
        assertThat(page.getContentAsString()).contains("Question 1 sur 10", "Comment avez-vous contacté");
        String secret = secret(page);
        for (Map.Entry<String, String> one : SurveyedTown.answers(5, "Des bancs, de l'ombre, et un guichet ouvert")) {
            page = perform(step(secret, one.getKey(), one.getValue()));
        }
        assertThat(page.getRedirectedUrl()).isEqualTo(address + "/thanks?lang=fr");
        MockHttpServletResponse thanks = perform(get(Objects.requireNonNull(page.getRedirectedUrl())));
        assertThat(thanks.getContentAsString()).contains("Merci !", "Fermez cette page");
        assertThat(thanks.getHeader("Clear-Site-Data"))
                .as("whoever comes next does not go back to it")
                .isEqualTo("\"cache\"");
        assertThat(answers()).isEqualTo(1);
        assertThat(jdbc.sql("select written from survey_comment where survey_id = ?")
                        .param(survey.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Des bancs, de l'ombre, et un guichet ouvert");
    }

    @Test
    void goingBackKeepsWhatWasAnsweredAndARequiredQuestionIsAskedAgainWithASentence() throws Exception {
        String secret = secret(perform(post(address)));
        MockHttpServletResponse missing = perform(step(secret, "channel", ""));
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(missing.getContentAsString())
                .contains("Erreur · Question 1 sur 10", "Choisissez une réponse pour continuer.", "role=\"alert\"");
        perform(step(secret, "channel", "2"));
        String back = perform(post(address + "/answer")
                        .param("secret", secret)
                        .param("question", "reason")
                        .param("move", "BACK"))
                .getContentAsString();
        assertThat(back).containsPattern("id=\"option-2\"[^>]*checked");
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"EN", "AR"})
    void theShippedQuestionsAreAskedInOtherLanguagesFromTheFirstPageToTheLast(Language language) throws Exception {
        MockHttpServletResponse page = perform(post(address).param("lang", language.code()));
        assertThat(page.getContentAsString())
                .contains("lang=\"" + language.code() + "\"", "dir=\"" + language.direction() + "\"")
                .doesNotContain("Comment avez-vous", "Suivant");
        String text = perform(step(secret(page), "comment", "").param("lang", language.code()))
                .getContentAsString();
        assertThat(text).contains("lang=\"" + language.code() + "\"");
        assertThat(perform(get(address + "/thanks").param("lang", language.code()))
                        .getContentAsString())
                .doesNotContain("Merci");
    }

    /** The reminder stands in the language of who writes, and is tied to the field. */
    @Test
    void whoeverWritesIsRemindedToNameNobody() throws Exception {
        String secret = secret(perform(post(address)));
        String page = perform(step(secret, "overall", "4")).getContentAsString();
        assertThat(page)
                .contains("N’écrivez ni nom, ni téléphone, ni numéro de dossier.", "maxlength=\"1000\"")
                .containsPattern("<textarea[^>]*aria-describedby=\"no-names longest\"");
    }

    @Test
    void everyLanguageSaysEverything() {
        Set<String> french =
                ResourceBundle.getBundle("survey.screen", Language.FR.locale()).keySet();
        assertThat(french).hasSizeGreaterThan(30);
        for (Language language : Language.besidesFrench()) {
            ResourceBundle bundle = ResourceBundle.getBundle("survey.screen", language.locale());
            assertThat(bundle.getLocale()).isEqualTo(language.locale());
            Set<String> own = new HashSet<>(french);
            own.removeIf(key -> !Set.of(language.locale()).contains(bundle.getLocale()) || !bundle.containsKey(key));
            assertThat(own).as("%s", language).isEqualTo(french);
            assertThat(bundle.getString("progress")).contains("{0}", "{1}");
            assertThat(List.of(bundle.getString("begin"), bundle.getString("thanks")))
                    .doesNotContain("Commencer");
        }
    }

    @Test
    void aRobotThatFillsInTheHiddenFieldIsThankedAndNotCounted() throws Exception {
        String secret = secret(perform(post(address)));
        MockHttpServletResponse robot = perform(step(secret, "channel", "1").param("website", "https://example.org"));
        assertThat(robot.getRedirectedUrl()).endsWith("/thanks?lang=fr");
        assertThat(jdbc.sql("select count(*) from survey_begun where commune_id = ?")
                        .param(town.commune().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoeverComesTooOftenWaitsAndLosesNothing() throws Exception {
        String secret = secret(perform(post(address)));
        String flood = "198.51.100.7";
        while (gate.counts(flood)) {
            // until this hour's are used up
        }
        MockHttpServletResponse later =
                perform(step(secret, "comment", "Un <b>long</b> texte").with(request -> {
                    request.setRemoteAddr(flood);
                    return request;
                }));
        assertThat(later.getStatus()).isEqualTo(429);
        assertThat(later.getHeader("Retry-After")).isEqualTo("60");
        assertThat(later.getContentAsString())
                .contains("Un &lt;b&gt;long&lt;/b&gt; texte", "value=\"" + secret + "\"", "Réessayer");
        assertThat(perform(get(address).with(request -> {
                            request.setRemoteAddr(flood);
                            return request;
                        }))
                        .getStatus())
                .as("reading is counted as well")
                .isEqualTo(429);
        assertThat(perform(get(address + "/thanks").with(request -> {
                            request.setRemoteAddr(flood);
                            return request;
                        }))
                        .getContentAsString())
                .as("whoever has sent is told so all the same")
                .contains("Merci !");
        assertThat(perform(step(secret, "channel", "1")).getStatus()).isEqualTo(200);
    }

    @Test
    void aKioskGoesBackToItsBeginningWithoutScriptsToo() throws Exception {
        String kiosk = address(WayKind.KIOSK);
        assertThat(perform(get(kiosk)).getRedirectedUrl()).isEqualTo(kiosk + "/kiosk");
        String welcome = perform(get(kiosk + "/kiosk")).getContentAsString();
        assertThat(welcome).contains("kiosk.js", "Commencer");
        assertThat(perform(get(kiosk + "/thanks")).getContentAsString())
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"12;url=" + kiosk + "/kiosk\"></noscript>");
        assertThat(Pattern.compile("href=\"(/[^\"]*)\"")
                        .matcher(welcome)
                        .results()
                        .map(found -> found.group(1))
                        .filter(link ->
                                !link.startsWith("/css") && !link.startsWith("/img") && !link.startsWith("/webjars")))
                .allMatch(link -> link.startsWith(kiosk));
        assertThat(perform(get(address + "/kiosk")).getRedirectedUrl()).isEqualTo(address);
    }

    /** Nobody stands by a kiosk who could help it: whatever it shows, it goes home, and in French. */
    @Test
    void aKioskStaysOnNoPage() throws Exception {
        String kiosk = address(WayKind.KIOSK);
        String home = "<noscript><meta http-equiv=\"refresh\" content=\"%s;url=" + kiosk + "/kiosk\"></noscript>";
        assertThat(perform(get(kiosk + "/kiosk")).getContentAsString()).doesNotContain("http-equiv");
        assertThat(perform(get(kiosk + "/kiosk").param("lang", "ar")).getContentAsString())
                .contains(home.formatted(180));
        MockHttpServletResponse question = perform(post(kiosk));
        assertThat(question.getContentAsString()).contains("name=\"kiosk\" value=\"true\"");

        String flood = "198.51.100.9";
        while (gate.counts(flood)) {
            // until this hour's are used up
        }
        assertThat(perform(post(kiosk).param("kiosk", "true").with(request -> {
                            request.setRemoteAddr(flood);
                            return request;
                        }))
                        .getContentAsString())
                .contains("Un peu de patience", "kiosk.js", "data-kiosk-home", home.formatted(180));
        String missing = perform(post(kiosk + "/answer").param("kiosk", "true").param("secret", "made up"))
                .getContentAsString();
        assertThat(missing)
                .contains("ne mène à aucune enquête", "kiosk.js", "href=\"" + kiosk + "/kiosk\"", home.formatted(30));
        assertThat(perform(get("/s/0000000000/kiosk")).getContentAsString())
                .contains("kiosk.js", "href=\"/s/0000000000/kiosk\"");
        assertThat(perform(get("/s/0000000000")).getContentAsString()).doesNotContain("kiosk");
        desk.close(fixtures.actor(town.manager()), survey);
        assertThat(perform(get(kiosk + "/kiosk")).getContentAsString()).contains(home.formatted(300));
    }

    @Test
    void addressesThatLeadNowhereAndSurveysThatAreOverHaveAPageOfTheirOwn() throws Exception {
        MockHttpServletResponse nowhere = perform(get("/s/0000000000"));
        assertThat(nowhere.getStatus()).isEqualTo(404);
        assertThat(nowhere.getContentAsString())
                .contains("ne mène à aucune enquête")
                .doesNotContain("tâches");
        assertThat(perform(get(address + "/")).getRedirectedUrl()).isEqualTo(address);
        assertThat(perform(get(address + "/merci")).getContentAsString())
                .contains("ne mène à aucune enquête")
                .doesNotContain("tâches");
        assertThat(perform(step("x", "channel", "1")).getStatus()).isEqualTo(404);
        assertThat(perform(post(address + "/answer").param("move", "SIDEWAYS")).getStatus())
                .isEqualTo(404);
        assertThat(perform(get(address + "/answer")).getRedirectedUrl()).isEqualTo(address);

        String secret = secret(perform(post(address)));
        desk.close(fixtures.actor(town.manager()), survey);
        assertThat(perform(get(address)).getContentAsString()).contains("n’est pas ouverte");
        assertThat(perform(step(secret, "channel", "1")).getContentAsString()).contains("n’est pas ouverte");
        assertThat(answers()).isZero();
    }
}
