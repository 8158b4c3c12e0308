package org.capaccueil.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
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

/** Uploads through the real server: its own limits answer before any of our code sees the file. */
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
class EvidenceUploadTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Organisation organisation;

    @Autowired
    SelfAssessments assessments;

    @Test
    void aFileOf200MegabytesGetsAPageThatSaysSoAndNothingIsKept() throws Exception {
        Town town = fixtures.town();
        EvaluationId id = phases.atSelfAssessment(town);
        HttpClient browser = signedIn(town);
        String page = "/evaluations/" + id + "/self-assessment";
        String token = token(get(browser, page + "?theme=ACC"));

        HttpResponse<String> answer = upload(
                browser, page + "/evidence/ACC-1/files?_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8), 200);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Le fichier dépasse 10 Mo");
        assertThat(assessments.evidence(id)).isEmpty();
        assertThat(get(browser, page).statusCode()).as("the session goes on").isEqualTo(200);
    }

    private HttpClient signedIn(Town town) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String token = token(get(browser, "/login"));
        String email = Objects.requireNonNull(organisation.person(town.agent()).email());
        browser.send(
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + URLEncoder.encode(email, StandardCharsets.UTF_8)
                                + "&password=accueil&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        return browser;
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).as("a form with a token on %s", page.uri()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> upload(HttpClient browser, String path, int megabytes)
            throws IOException, InterruptedException {
        String head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"film.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\n";
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(BodyPublishers.ofInputStream(() -> body(head, megabytes)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static InputStream body(String head, int megabytes) {
        byte[] megabyte = new byte[1024 * 1024];
        Arrays.fill(megabyte, (byte) 'x');
        List<InputStream> parts = new java.util.ArrayList<>();
        parts.add(new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)));
        for (int i = 0; i < megabytes; i++) {
            parts.add(new ByteArrayInputStream(megabyte));
        }
        parts.add(new ByteArrayInputStream("\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII)));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
