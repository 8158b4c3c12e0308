package org.capaccueil.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.reporting.PdfCheck;
import org.capaccueil.shared.PersonId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.HtmlUtils;

/**
 * Walks every page, file and interface of a finished cycle, as everybody who may read it. Outside the team an agent's name
 * stands where somebody answers for something by name, and nowhere else; what holds ratings and figures has none.
 */
@ApplicationTest
class NobodyIsNamedBesideAScoreTest {

    /** Where an outsider may read the agent's name, and why. */
    private static final Map<String, String> NAMES_ALLOWED = Map.of(
            "/people(/[^/]+/(edit|departure|manager|absences|absences/new))?", "the register of the commune",
            "/teams/[^/]+(/members/[^/]+/move)?", "the members of a team",
            "/teams", "who leads a team",
            "/actions/[^/]+.*", "who is responsible for an action, and who did it",
            "/evaluations/[^/]+/(plan|plan/.*|actions|actions/.*)", "who is responsible for an action",
            "/evaluations/[^/]+/trail", "who did what in the action plan; no line with a rating or a figure",
            "/evaluations/[^/]+/report(/.*)?", "who is responsible for an action, in the report's plan",
            "/my-data.*", "what a person reads of themselves");

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|data-url)=\"(/[^\"#?]*)");

    /** What the walk must have reached: a walk that stops at the first page proves nothing. */
    private static final List<String> REACHED =
            List.of("/scores", "/self-assessment", "/collection", "/audit", "/trail");

    @Autowired
    Fixtures fixtures;

    @Autowired
    Cycle cycle;

    @Autowired
    Jobs jobs;

    @Autowired
    SettableClock clock;

    @Autowired
    Organisation organisation;

    @Autowired
    LabelFile file;

    @Autowired
    Pages pages;

    private Town town;
    private EvaluationView evaluation;

    @BeforeEach
    void aFinishedCycle() {
        town = fixtures.town();
        evaluation = fixtures.openEvaluation(town);
        cycle.collect(town, evaluation.id());
        cycle.assess(town, evaluation.id(), 3);
        cycle.audit(town, evaluation, FindingKind.MINOR);
        cycle.plan(town, evaluation.id());
        cycle.carryOut(town, evaluation.id());
        clock.advance(Duration.ofDays(61));
        jobs.runAll();
        cycle.verify(town, evaluation.id());
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void outsideTheTeamNoPageFileOrInterfaceTellsWhoTyped() throws Exception {
        for (PersonId reader : List.of(town.manager(), town.leadership(), town.auditor())) {
            Map<String, String> read = walk(reader);
            String role = organisation.person(reader).capacity();
            for (String place : REACHED) {
                assertThat(read.keySet()).as(role).anyMatch(path -> path.endsWith(place));
            }
            List<String> naming = read.entrySet().stream()
                    .filter(page -> names(page.getValue()))
                    .map(Map.Entry::getKey)
                    .filter(path -> NAMES_ALLOWED.keySet().stream().noneMatch(path::matches))
                    .toList();
            assertThat(naming).as("pages that name an agent to " + role).isEmpty();
        }
    }

    @Test
    void theJournalNamesTheTeamWhereItTellsARatingOrAFigure() throws Exception {
        String path = "/evaluations/" + evaluation.id() + "/trail";
        List<String> inside = ratingLines(open(town.lead(), path));
        List<String> outside = ratingLines(open(town.manager(), path));

        assertThat(inside).isNotEmpty().allMatch(row -> row.contains("Karim Agent"));
        assertThat(outside).hasSameSizeAs(inside).allMatch(row -> row.contains("L'équipe") && !names(row));
    }

    @Test
    void withinTheTeamThePageSaysWhoTyped() throws Exception {
        assertThat(open(town.lead(), "/evaluations/" + evaluation.id() + "/self-assessment"))
                .contains("Karim Agent");
        assertThat(open(town.manager(), "/evaluations/" + evaluation.id() + "/self-assessment"))
                .contains("l'équipe")
                .doesNotContain("Karim Agent");
    }

    @Test
    void resultsCsvInterfaceAndReportNameNoAgentBesideAScore() throws Exception {
        for (String path : List.of(
                "/campaigns/" + evaluation.campaign() + "/results",
                "/campaigns/" + evaluation.campaign() + "/dashboard",
                "/campaigns/" + evaluation.campaign() + "/dashboard.csv",
                "/api/evaluations/" + evaluation.id() + "/label")) {
            assertThat(names(open(town.manager(), path))).as(path).isFalse();
        }
        String report = PdfCheck.text(file.pdf(fixtures.actor(town.manager()), evaluation.id()));
        assertThat(report).contains("Philippe Direction").contains("1 membre de l'équipe");
        int figures = report.lastIndexOf("4. Indicateurs");
        int findings = report.lastIndexOf("7. Constats et phase contradictoire");
        assertThat(findings).isGreaterThan(figures);
        assertThat(names(report.substring(figures, findings)))
                .as("the chapters of figures and scores")
                .isFalse();
        assertThat(report.substring(0, findings))
                .as("an agent is in the report only as responsible for an action")
                .doesNotContain("Karim Agent");
    }

    private List<String> ratingLines(String page) {
        return Pattern.compile("<tr>.*?</tr>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(row -> row.group())
                .filter(row -> row.contains("Cotation<") || row.contains("Relevé<"))
                .toList();
    }

    private Map<String, String> walk(PersonId reader) throws Exception {
        Map<String, String> read = new java.util.LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        List<String> next = new ArrayList<>(List.of(
                "/",
                "/campaigns",
                "/campaigns/" + evaluation.campaign(),
                "/evaluations/" + evaluation.id(),
                "/evaluations/" + evaluation.id() + "/collection",
                "/evaluations/" + evaluation.id() + "/self-assessment",
                "/evaluations/" + evaluation.id() + "/audit/report"));
        while (!next.isEmpty()) {
            String path = next.remove(0);
            if (!seen.add(path) || path.startsWith("/standards") || path.matches(".*\\.(css|js|svg|ico|woff2)")) {
                continue;
            }
            MockHttpServletResponse answer =
                    pages.open(reader, path).andReturn().getResponse();
            if (answer.getStatus() != 200) {
                continue;
            }
            String text = String.valueOf(answer.getContentType()).startsWith("application/pdf")
                    ? PdfCheck.text(answer.getContentAsByteArray())
                    : HtmlUtils.htmlUnescape(answer.getContentAsString(StandardCharsets.UTF_8));
            read.put(path, text);
            LINK.matcher(text).results().map(link -> link.group(1)).forEach(next::add);
        }
        return read;
    }

    private String open(PersonId reader, String path) throws Exception {
        return HtmlUtils.htmlUnescape(
                pages.open(reader, path).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static boolean names(String text) {
        return text.contains("Karim Agent") || text.contains("Éloïse Responsable");
    }
}
