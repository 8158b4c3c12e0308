package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.support.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A file above what the server itself takes, through the real server. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "capaccueil.demonstration=false",
            "camunda.bpm.job-execution.enabled=false",
            "capaccueil.mail-rounds=false"
        })
@ActiveProfiles("local")
@ExtendWith(SystemScope.class)
@ContextConfiguration(initializers = TestPostgres.class)
@Import({SettableClock.class, Jobs.class, Fixtures.class, TeamPhases.class})
class ImportTooLargeTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern ACTION = Pattern.compile("action=\"(/standards/import[^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Test
    void aStandardOfElevenMegabytesLeadsBackToTheFormWithTheLimitOfThisPage() throws Exception {
        HttpClient browser = signedIn(fixtures.town().manager());
        String form = get(browser, "/standards/import");

        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(address(first(ACTION, form)))
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(BodyPublishers.ofString("--edge\r\nContent-Disposition: form-data; name=\"file\"; "
                                + "filename=\"r.yaml\"\r\n\r\n" + "x".repeat(11 * 1024 * 1024) + "\r\n--edge--\r\n"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("Le fichier dépasse 2 Mo", "Vérifier le fichier", "rien n’est enregistré")
                .doesNotContain("10 Mo");
        assertThat(first(ACTION, answer.body())).startsWith("/standards/import");
    }

    private HttpClient signedIn(PersonId person) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String email = Objects.requireNonNull(organisation.person(person).email());
        browser.send(
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + encoded(email) + "&password=accueil&_csrf="
                                + encoded(first(TOKEN, get(browser, "/login")))))
                        .build(),
                BodyHandlers.ofString());
        return browser;
    }

    private String get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as("%s on the page", pattern).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
