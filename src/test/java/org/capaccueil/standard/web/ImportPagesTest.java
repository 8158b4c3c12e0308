package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardStatus;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.standard.exchange.BrokenFile;
import org.capaccueil.standard.exchange.StandardFormats;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

@ApplicationTest
class ImportPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    Standards standards;

    @Autowired
    StandardLife life;

    @Autowired
    JdbcClient jdbc;

    Town town;
    String label;

    @BeforeEach
    void town() {
        town = fixtures.town();
        label = "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aFileIsLookedAtFirstAndBecomesADraftOnlyWhenConfirmedHoweverOftenOneClicks() throws Exception {
        long before = versions();
        String run = upload(yaml());
        pages.open(town.manager(), run)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("rien n’est encore enregistré"),
                                containsString("créerait une nouvelle version"),
                                containsString("40, dont 14 obligatoires"))));
        assertThat(versions()).isEqualTo(before);

        String first = confirm(run, "-1").getRedirectedUrl();
        String second = confirm(run, "-1").getRedirectedUrl();

        assertThat(second).isEqualTo(first);
        assertThat(versions()).isEqualTo(before + 1);
        StandardVersionId draft =
                StandardVersionId.of(Objects.requireNonNull(first).substring("/standards/".length()));
        assertThat(standards.version(draft).status()).isEqualTo(StandardStatus.DRAFT);
        pages.open(town.manager(), run)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Cet import est confirmé")));
    }

    @Test
    void aWorkbookIsReadLikeAText() throws Exception {
        Standard standard = Objects.requireNonNull(StandardFormats.read(yaml()).standard());
        String draft = confirm(upload(StandardFormats.xlsx(standard)), "-1").getRedirectedUrl();
        assertThat(standards.content(
                        StandardVersionId.of(Objects.requireNonNull(draft).substring("/standards/".length()))))
                .isEqualTo(standard);
    }

    @Test
    void aDraftThatWouldBeReplacedIsNamedAndNotOverwrittenWhenItChangedSince() throws Exception {
        confirm(upload(yaml()), "-1");
        String run = upload(new String(yaml(), StandardCharsets.UTF_8)
                .replaceFirst("Accès et joignabilité", "Accès renommé")
                .getBytes(StandardCharsets.UTF_8));
        pages.open(town.manager(), run)
                .andExpect(content().string(containsString("remplacerait le contenu d’un brouillon")));

        MockHttpServletResponse refused = confirm(run, "-1");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("Depuis cet essai").contains("name=\"lock\" value=\"0\"");
        assertThat(confirm(run, "0").getStatus()).isEqualTo(302);
    }

    @Test
    void anImportIsAbandonedWithoutATrace() throws Exception {
        long before = versions();
        String run = upload(yaml());
        pages.send(town.manager(), run + "/removal").andExpect(redirectedUrl("/standards"));
        pages.open(town.manager(), run).andExpect(status().isNotFound());
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void nobodyElseSeesOrConfirmsAnImportAndOnlyQualityManagersBringOne() throws Exception {
        String run = upload(yaml());
        PersonId colleague = fixtures.town().manager();
        pages.open(colleague, run).andExpect(status().isNotFound());
        pages.send(colleague, run + "/confirmation", "lock", "-1").andExpect(status().isNotFound());
        pages.send(colleague, run + "/removal").andExpect(status().isNotFound());
        for (PersonId other : List.of(town.agent(), town.leadership(), town.auditor())) {
            pages.open(other, "/standards/import").andExpect(status().isForbidden());
            pages.upload(other, "/standards/import", "a.yaml", yaml()).andExpect(status().isForbidden());
            pages.open(other, run).andExpect(status().isNotFound());
            pages.send(other, run + "/confirmation", "lock", "-1").andExpect(status().isNotFound());
        }
    }

    @Test
    void noBrokenFileChangesAnything() throws Exception {
        confirm(upload(yaml("broken")), "-1");
        String before = everything();
        for (BrokenFile file : BrokenFile.all()) {
            pages.upload(town.manager(), "/standards/import", "r.xlsx", file.content())
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("rien n’est enregistré")));
        }
        assertThat(everything()).isEqualTo(before);
    }

    /** A sum over every row, so that a draft written over is seen as well. */
    private String everything() {
        return jdbc.sql("select (select md5(string_agg(v::text, '' order by v.id)) from standard_version v) || "
                        + "(select md5(string_agg(i::text, '' order by i.id)) from standard_import i)")
                .query(String.class)
                .single();
    }

    @Test
    void aStandardThatCouldNotBeBroughtInAgainIsRefusedAndOneThatCanIsReadFromThenOn() throws Exception {
        ObjectNode root = (ObjectNode) new YAMLMapper().readTree(yaml());
        ArrayNode criteria = (ArrayNode) root.at("/themes/0/criteria");
        for (int i = 0; i < 400; i++) {
            criteria.add(((ObjectNode) criteria.get(0).deepCopy())
                    .put("code", "LONG-" + i)
                    .put("note", "é".repeat(1900)));
        }
        Standard standard = Objects.requireNonNull(
                StandardFormats.read(new ObjectMapper().writeValueAsBytes(root)).standard());

        pages.upload(town.manager(), "/standards/import", "long.xlsx", StandardFormats.xlsx(standard))
                .andExpect(status().is3xxRedirection());

        for (JsonNode one : criteria) {
            ((ObjectNode) one).put("legal_basis", "x".repeat(1900));
        }
        Standard longer = StandardFormats.kept(new YAMLMapper().writeValueAsString(root));
        pages.upload(town.manager(), "/standards/import", "long.xlsx", StandardFormats.xlsx(longer))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("pour 2 Mo au plus. Raccourcissez ses textes")));
        assertThatThrownBy(() -> life.keepDraft(fixtures.actor(town.manager()), longer, StandardLife.NO_DRAFT))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("pour 2 Mo au plus");
    }

    @Test
    void theNameOfAFileIsKeptWithoutTheSignsNoDatabaseTakes() throws Exception {
        String run = Objects.requireNonNull(
                pages.upload(town.manager(), "/standards/import", "a\u0000b\u0007" + "c".repeat(300) + ".yaml", yaml())
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());

        pages.open(town.manager(), run)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("« ab" + "c".repeat(198) + " »")));
    }

    @Test
    void aVersionPublishedSinceTheDryRunIsNamedAndNothingIsLeftToConfirm() throws Exception {
        byte[] other = changed("code: \"AMQ-START\"", "code: \"AUTRE-" + label + "\"");
        String run = upload(other);
        String draft = Objects.requireNonNull(confirm(upload(other), "-1").getRedirectedUrl());
        life.publish(fixtures.actor(town.manager()), StandardVersionId.of(draft.substring("/standards/".length())));

        pages.open(town.manager(), run)
                .andExpect(content()
                        .string(allOf(
                                containsString("Cette version a été publiée depuis"),
                                not(containsString("L’import créerait")),
                                not(containsString("Enregistrer ce brouillon")),
                                containsString("Abandonner"))));
        assertThat(confirm(run, "-1").getStatus()).isEqualTo(409);
    }

    @Test
    void anAltogetherNewStandardIsShownThemeByTheme() throws Exception {
        pages.open(town.manager(), upload(changed("code: \"AMQ-START\"", "code: \"NEUF-" + label + "\"")))
                .andExpect(content()
                        .string(allOf(
                                containsString("créerait un nouveau référentiel"),
                                containsString("ACC · Accès et joignabilité"),
                                containsString("ACC-1 · Horaires publiés"))));
    }

    @Test
    void anOriginThatIsNotHereAndOneThatChangesAreSaid() throws Exception {
        pages.open(town.manager(), upload(changed("scales:", "origin: {code: AILLEURS, version: \"3\"}\nscales:")))
                .andExpect(content()
                        .string(containsString("« AILLEURS », version 3, qui n’est pas dans cette bibliothèque")));
        confirm(upload(yaml()), "-1");
        pages.open(town.manager(), upload(changed("scales:", "origin: {code: AILLEURS, version: \"3\"}\nscales:")))
                .andExpect(content()
                        .string(containsString(
                                "Ce dont il est l’adaptation change : « AILLEURS », version 3, au lieu de rien.")));
    }

    @Test
    void aPublishedVersionIsNotImportedAgain() throws Exception {
        pages.upload(
                        town.manager(),
                        "/standards/import",
                        "referentiel.yaml",
                        new ClassPathResource("standards/starter.yaml").getContentAsByteArray())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("est déjà publiée"), containsString("aria-invalid=\"true\""))));
        pages.send(town.manager(), "/standards/import")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Le fichier est vide")));
    }

    @RepeatedTest(5)
    void ofSeveralImportsOfOneVersionAtOnceOneWinsAndTheOthersAreTold() throws Exception {
        assertThat(confirmAtOnce("-1", "A", "B", "C", "D", "E"))
                .containsOnlyOnce(302)
                .allMatch(status -> status == 302 || status == 409);
        assertThat(jdbc.sql("select count(*) from standard_version where label = :label")
                        .param("label", label)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        assertThat(confirmAtOnce("0", "F", "G", "H", "I", "J"))
                .as("replacing the draft that is there")
                .containsOnlyOnce(302)
                .allMatch(status -> status == 302 || status == 409);
    }

    /** The answers to several people who bring the same version in, each with another title, and confirm together. */
    private List<Integer> confirmAtOnce(String lock, String... titles) throws Exception {
        List<String> runs = new ArrayList<>();
        for (String title : titles) {
            runs.add(upload(new String(yaml(), StandardCharsets.UTF_8)
                    .replaceFirst("Accès et joignabilité", title)
                    .getBytes(StandardCharsets.UTF_8)));
        }
        CyclicBarrier start = new CyclicBarrier(titles.length);
        ExecutorService threads = SystemScope.threads(titles.length);
        List<Integer> answers = new ArrayList<>();
        try {
            List<Callable<Integer>> all = runs.stream()
                    .<Callable<Integer>>map(run -> () -> {
                        start.await();
                        return confirm(run, lock).getStatus();
                    })
                    .toList();
            for (Future<Integer> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        return answers;
    }

    @Test
    void anyVersionIsTakenAwayAsAFileThatReadsBackTheSame() throws Exception {
        StandardVersionId starter = fixtures.starterStandard();
        for (String ending : List.of("yaml", "xlsx")) {
            byte[] file = pages.open(town.agent(), "/standards/" + starter + "/standard." + ending)
                    .andExpect(status().isOk())
                    .andExpect(header().string(
                                    "Content-Disposition", containsString("filename=\"AMQ-START-0.2." + ending + "\"")))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(StandardFormats.read(file).standard()).isEqualTo(standards.content(starter));
        }
        StandardVersionId draft = life.newVersion(fixtures.actor(town.manager()), starter, label);
        pages.open(town.manager(), "/standards/" + draft + "/standard.xlsx").andExpect(status().isOk());
        pages.open(town.agent(), "/standards/" + draft + "/standard.xlsx").andExpect(status().isNotFound());
        pages.open(town.agent(), "/standards/" + draft + "/standard.yaml").andExpect(status().isNotFound());
        pages.open(town.agent(), "/standards/schema.json")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("draft/2020-12/schema")));
        byte[] template = pages.open(town.manager(), "/standards/template.xlsx")
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(StandardFormats.read(template).isSound()).isTrue();
    }

    private String upload(byte[] file) throws Exception {
        return Objects.requireNonNull(pages.upload(town.manager(), "/standards/import", "référentiel.yaml", file)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private MockHttpServletResponse confirm(String run, String lock) throws Exception {
        return pages.send(town.manager(), run + "/confirmation", "lock", lock)
                .andReturn()
                .getResponse();
    }

    private long versions() {
        return jdbc.sql("select count(*) from standard_version")
                .query(Long.class)
                .single();
    }

    private byte[] yaml() throws Exception {
        return yaml(label);
    }

    private static byte[] yaml(String version) throws Exception {
        return new ClassPathResource("standards/starter.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceFirst("version: \"0.2\"", "version: \"" + version + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] changed(String from, String to) throws Exception {
        return new String(yaml(), StandardCharsets.UTF_8).replaceFirst(from, to).getBytes(StandardCharsets.UTF_8);
    }
}
