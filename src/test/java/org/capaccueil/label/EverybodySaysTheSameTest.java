package org.capaccueil.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.label.domain.LabelVerdict;
import org.capaccueil.label.domain.TeamResults;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.reporting.PdfCheck;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Page, interface, process and report give one answer, before the report is printed and after. */
@ApplicationTest
class EverybodySaysTheSameTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Evaluations evaluations;

    @Autowired
    AuditedTeam audited;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pages pages;

    @Autowired
    TeamResults results;

    @Autowired
    LabelFile file;

    @Autowired
    Trail trail;

    @Autowired
    ObjectMapper json;

    private Town town;
    private EvaluationView evaluation;
    private EvaluationView answering;

    @BeforeEach
    void twoTeamsOfWhichOneAnswersForTheOrganisation() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        Actor manager = fixtures.actor(town.manager());
        TeamId second = fixtures.team(
                town.manager(), "ETC", "État civil", town.lead(), town.agent(), Channel.COUNTER, Channel.PHONE);
        CampaignId campaign = planning.prepare(manager, fixtures.plan(town.team(), second));
        planning.nameOrganisationTeam(manager, campaign, second);
        planning.launch(manager, campaign);
        jobs.runAll();
        for (EvaluationView one : evaluations.ofCampaign(campaign)) {
            if (one.team().equals(second)) {
                answering = one;
            } else {
                evaluation = one;
            }
        }
        audited.rated(answering, town, 4, 3, "CLOSED");
        audited.rated(evaluation, town, 4, 3, "CLOSED");
        audited.signedPlan(
                evaluation, town, audited.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE), "ACC-3", "EFFECTIVE");
        audited.measured(evaluation, "62");
    }

    @Test
    void aboutALevelThatIsReached() throws Exception {
        everybodySays(LabelLevel.SILVER);

        assertThat(journal("Niveau atteint").after()).isEqualTo("Argent");
    }

    @Test
    void aboutEveryReasonWhyNoneIs() throws Exception {
        audited.finding(answering, 3, "MAJOR", "GOV-4", Place.ORGANISATION);
        audited.auditorGrades(evaluation, "ACC-5", Place.PHONE, 1);

        List<String> reasons = everybodySays(null);

        assertThat(reasons).anyMatch(reason -> reason.contains("de l'audit de l'équipe « État civil »"));
        assertThat(journal("Aucun niveau atteint").reason()).isEqualTo(String.join("\n", reasons));
    }

    private List<String> everybodySays(LabelLevel level) throws Exception {
        LabelVerdict verdict = results.of(evaluation).verdict();
        assertThat(verdict.level()).isEqualTo(level);
        List<String> reasons = verdict.next().missing();
        assertThat(reasons).isNotEmpty();
        pageAndInterfaceSay(verdict, reasons);

        toTheEndOfTheProcess();

        pageAndInterfaceSay(verdict, reasons);
        assertThat(page()).contains("Ce résultat est celui du dossier de label établi le ");
        assertThat(PdfCheck.text(file.pdf(fixtures.actor(town.lead()), evaluation.id())))
                .contains(
                        level == null
                                ? "Aucun niveau de label n'est atteint"
                                : "Niveau de label atteint : " + level.title())
                .contains("Non vérifié : l'enquête auprès des usagers")
                .contains(reasons);
        return reasons;
    }

    private void pageAndInterfaceSay(LabelVerdict verdict, List<String> reasons) throws Exception {
        assertThat(page()).contains(verdict.title()).contains("Non vérifié : ").contains(reasons);
        JsonNode answer = json.readTree(content("/api/evaluations/" + evaluation.id() + "/label"));
        assertThat(answer.get("level").asText(null))
                .isEqualTo(verdict.level() == null ? null : verdict.level().name());
        assertThat(answer.get("notChecked").asText()).startsWith("Non vérifié : ");
        assertThat(StreamSupport.stream(answer.at("/next/missing").spliterator(), false)
                        .map(JsonNode::asText))
                .isEqualTo(reasons);
    }

    private void toTheEndOfTheProcess() {
        jdbc.sql("update evaluation set phase = 'FOLLOW_UP' where id = ?")
                .param(evaluation.id().value())
                .update();
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(evaluation.id().toString())
                .processDefinitionKey("team-evaluation")
                .singleResult()
                .getId();
        runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity("collectData")
                .startBeforeActivity("checkOrganisation")
                .execute();
        jobs.runAll();
    }

    private Trail.Line journal(String action) {
        return trail.of(evaluation.id()).stream()
                .filter(line -> line.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private String page() throws Exception {
        return HtmlUtils.htmlUnescape(content("/evaluations/" + evaluation.id() + "/scores"));
    }

    private String content(String address) throws Exception {
        return pages.open(town.lead(), address).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
