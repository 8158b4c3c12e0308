package org.capaccueil.label.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.label.AuditedTeam;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.SpreadsheetText;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Browsers;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Grids;
import org.capaccueil.support.Jobs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

@ApplicationTest
class ResultPagesTest {

    private static final Scale PANEL =
            new Scale("panel", Scale.Kind.PANEL, List.of(new Scale.Level(100, 100, "Bande")), List.of(), 70, true);

    @Autowired
    Browsers browsers;

    @Autowired
    Fixtures fixtures;

    @Autowired
    AuditedTeam team;

    @Autowired
    LabelFile file;

    @Autowired
    SpringTemplateEngine templates;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private EvaluationView evaluation;

    @BeforeEach
    void aTeam() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        evaluation = fixtures.openEvaluation(town);
    }

    @Test
    void scoresStandSideBySideWithTheirArithmeticAndTheLabelTest() throws Exception {
        audited("CLOSED");

        page(town.lead(), "/evaluations/" + evaluation.id() + "/scores")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Autoévaluation")))
                .andExpect(content().string(containsString("audit moins autoévaluation")))
                .andExpect(content().string(containsString("−25")))
                .andExpect(content().string(containsString("Niveau atteint : Argent")))
                .andExpect(content().string(containsString("Ce qui manque pour le niveau Or")))
                .andExpect(content().string(containsString("Il suffirait de")))
                .andExpect(content().string(containsString("Guichet : 3 · Conforme = 75")))
                .andExpect(content().string(containsString("÷ 100 = 75")))
                .andExpect(content().string(not(containsString("Audit provisoire"))))
                .andExpect(content().string(not(containsString("seule l’autoévaluation est montrée"))));
    }

    @Test
    void anAuditInProgressShowsNoneOfItsRatings() throws Exception {
        audited("ON_SITE");

        page(town.lead(), "/evaluations/" + evaluation.id() + "/scores")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("4 · Maîtrisé")))
                .andExpect(content().string(not(containsString("3 · Conforme"))))
                .andExpect(content().string(not(containsString("Test du label</h2>"))));
    }

    @Test
    void aDraftAuditIsShownAsProvisionalWithoutALabelTest() throws Exception {
        audited("RIGHT_OF_REPLY");

        page(town.lead(), "/evaluations/" + evaluation.id() + "/scores")
                .andExpect(content().string(containsString("Audit provisoire")))
                .andExpect(content().string(not(containsString("Test du label</h2>"))));
        page(town.manager(), "/campaigns/" + evaluation.campaign() + "/dashboard")
                .andExpect(content().string(containsString("aucun audit n’est encore rendu")));
    }

    @Test
    void anEvaluationNobodyWorkedOnHasItsPagesToo() throws Exception {
        page(town.lead(), "/evaluations/" + evaluation.id() + "/scores")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("non coté")));
        page(town.lead(), "/evaluations/" + evaluation.id() + "/report")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Le dossier n’est pas encore établi")))
                .andExpect(content().string(not(containsString("/report/preview"))));
        page(town.manager(), "/evaluations/" + evaluation.id() + "/report")
                .andExpect(content().string(containsString("/report/preview")));
        page(town.manager(), "/campaigns/" + evaluation.campaign() + "/dashboard")
                .andExpect(status().isOk());
        page(town.leadership(), "/campaigns/" + evaluation.campaign() + "/results")
                .andExpect(status().isOk());
    }

    @Test
    void theDashboardCountsAndAlarms() throws Exception {
        audited("CLOSED");

        page(town.manager(), "/campaigns/" + evaluation.campaign() + "/dashboard")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 sur 1 (100 %)")))
                .andExpect(content().string(containsString("Score de la commune")))
                .andExpect(content().string(containsString("75 et plus : conforme")))
                .andExpect(content().string(containsString("sous 70 %")))
                .andExpect(content().string(containsString("Accès et joignabilité")));
        page(town.leadership(), "/campaigns/" + evaluation.campaign() + "/results")
                .andExpect(content().string(containsString("Argent")))
                .andExpect(content().string(containsString("Audit, sur 100")))
                .andExpect(content().string(containsString("000 × 75) ÷ 12")))
                .andExpect(content()
                        .string(containsString(evaluation.teamName() + " : Le score d&#39;ensemble est de 75")))
                .andExpect(content().string(not(containsString("Pas encore de score"))));
    }

    @Test
    void theLegendOfTheHeatMapKnowsTheScale() {
        assertThat(legend(60)).contains("moins de 20", "20 à 39", "40 à 59", "60 et plus : conforme", "84 et plus");
        assertThat(legend(75)).contains("moins de 25", "25 à 49", "50 à 74", "75 et plus : conforme", "90 et plus");
        assertThat(legend(100)).contains("100 et plus : conforme").containsOnlyOnce("100 et plus");
        assertThat(legend(null)).contains("75 et plus").doesNotContain("conforme");
    }

    @Test
    void whereScalesDifferNoPointIsSaidToBeConform() {
        assertThat(Dashboard.conform(Grids.standard(theme("A", Grids.SCALE)))).isEqualTo(75);
        assertThat(Dashboard.conform(on(List.of(PANEL), theme("A", PANEL)))).isEqualTo(70);
        assertThat(Dashboard.conform(on(List.of(Grids.SCALE, PANEL), theme("A", Grids.SCALE), theme("B", PANEL))))
                .isNull();
    }

    private static Theme theme(String code, Scale scale) {
        return new Theme(code, "Thème " + code, null, null, scale.code(), 1, List.of());
    }

    private static Standard on(List<Scale> scales, Theme... themes) {
        Standard small = Grids.standard();
        return new Standard(
                small.code(),
                small.version(),
                small.kind(),
                small.titleFr(),
                null,
                null,
                null,
                null,
                scales,
                List.of(themes),
                small.labelRules(),
                List.of(),
                null);
    }

    private String legend(@Nullable Integer conform) {
        Context model = new Context();
        model.setVariable("id", "heat");
        model.setVariable("caption", "Scores");
        model.setVariable("rowTitle", "Équipe");
        model.setVariable("columns", List.of());
        model.setVariable("rows", List.of());
        model.setVariable("conform", conform);
        return templates.process("web/fragments", Set.of("heatMap"), model);
    }

    @Test
    void aTeamWithoutContactsIsSaidToHaveNoWeight() throws Exception {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        TeamId annexe = fixtures.team(town.manager(), "ANX" + mark, "Annexe " + mark, town.lead(), town.agent());
        jdbc.sql("update reception_team set yearly_contacts = 0 where id = ?")
                .param(annexe.value())
                .update();
        CampaignId campaign = planning.prepare(fixtures.actor(town.manager()), fixtures.plan(town.team(), annexe));
        planning.launch(fixtures.actor(town.manager()), campaign);
        jobs.runAll();
        evaluations.ofCampaign(campaign).forEach(one -> team.rated(one, town, 4, 3, "CLOSED"));

        for (String path : List.of("/results", "/dashboard")) {
            page(town.manager(), "/campaigns/" + campaign + path)
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(containsString("Annexe " + mark
                                    + " n&#39;a pas de contacts déclarés : elle ne pèse pas dans la moyenne.")));
        }
    }

    @Test
    void theTableIsForSpreadsheets() throws Exception {
        audited("CLOSED");

        byte[] csv = page(town.manager(), "/campaigns/" + evaluation.campaign() + "/dashboard.csv")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(new String(csv, StandardCharsets.UTF_8))
                .startsWith("\uFEFFÉquipe;Phase;")
                .contains(";Ensemble, autoévaluation (sur 100);Ensemble, audit (sur 100);Label;")
                .contains(evaluation.teamName() + ";Collecte;En cours;")
                .contains(";12000;100;75;Niveau atteint : Argent;100;75;");
        assertThat(SpreadsheetText.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(SpreadsheetText.cell("a;\"b\"")).isEqualTo("\"a;\"\"b\"\"\"");
    }

    @Test
    void theDashboardIsNotForTeamsNorForNeighbours() throws Exception {
        String path = "/campaigns/" + evaluation.campaign() + "/dashboard";

        page(town.lead(), path).andExpect(status().isNotFound());
        page(fixtures.town().manager(), path).andExpect(status().isNotFound());
        page(town.manager(), "/campaigns/" + UUID.randomUUID() + "/dashboard").andExpect(status().isNotFound());
        page(fixtures.town().lead(), "/evaluations/" + evaluation.id() + "/scores")
                .andExpect(status().isNotFound());
    }

    @Test
    void theKeptReportIsOfferedWithItsChecksumAndDownloadsAsItIs() throws Exception {
        audited("CLOSED");
        file.print(evaluation.id());
        String sha256 = file.kept(fixtures.actor(town.lead()), evaluation.id())
                .orElseThrow()
                .sha256();

        page(town.lead(), "/evaluations/" + evaluation.id() + "/report")
                .andExpect(content().string(containsString(sha256)));
        byte[] pdf = page(town.lead(), "/evaluations/" + evaluation.id() + "/report/pdf")
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(pdf)))
                .isEqualTo(sha256);
        page(town.manager(), "/evaluations/" + evaluation.id() + "/report/preview")
                .andExpect(status().isUnprocessableEntity());
    }

    private void audited(String status) {
        team.rated(evaluation, town, 4, 3, status);
        UUID finding = team.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE);
        team.signedPlan(evaluation, town, finding, "ACC-3", "EFFECTIVE");
        team.measured(evaluation, "62");
    }

    private ResultActions page(PersonId person, String path) throws Exception {
        return browsers.mvc().perform(get(path).session(browsers.signedIn(person)));
    }
}
