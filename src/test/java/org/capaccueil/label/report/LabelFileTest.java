package org.capaccueil.label.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.label.AuditedTeam;
import org.capaccueil.label.domain.LabelVerdict;
import org.capaccueil.label.domain.TeamResults;
import org.capaccueil.reporting.PdfCheck;
import org.capaccueil.reporting.StoredReportView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class LabelFileTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    AuditedTeam team;

    @Autowired
    LabelFile file;

    @Autowired
    TeamResults results;

    @Autowired
    LabelReportAssembly assembly;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private EvaluationView evaluation;

    @BeforeEach
    void anEvaluationWhoseFollowUpIsOver() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        evaluation = fixtures.openEvaluation(town);
        team.rated(evaluation, town, 4, 3, "CLOSED");
        UUID finding = team.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE);
        team.signedPlan(evaluation, town, finding, "ACC-3", "EFFECTIVE");
        team.measured(evaluation, "62");
    }

    @Test
    void theReportGathersWhatEveryRoomHolds() {
        LabelReport report = assembly.finalReport(results.of(evaluation));

        assertThat(report.identity().team()).isEqualTo(evaluation.teamName());
        assertThat(report.identity().points()).singleElement().satisfies(point -> assertThat(point.channels())
                .containsExactly(Channel.COUNTER, Channel.PHONE));
        assertThat(report.method().auditor().name()).isEqualTo("Hélène Auditrice");
        assertThat(report.method().selfAssessmentLead().name()).isEqualTo("Éloïse Responsable");
        assertThat(report.method().qualityManager().name()).isEqualTo("Nadia Référente");
        assertThat(report.total().self()).isEqualByComparingTo("100");
        assertThat(report.total().audit()).isEqualByComparingTo("75");
        assertThat(report.total().gap()).isEqualByComparingTo("-25");
        assertThat(report.themes()).hasSize(8).allSatisfy(theme -> assertThat(theme.audit())
                .isEqualByComparingTo("75"));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.number()).isEqualTo("n° 1");
            assertThat(finding.place()).isEqualTo(Place.PHONE);
        });
        assertThat(report.plan().actions()).singleElement().satisfies(action -> {
            assertThat(action.findingNumber()).isEqualTo("n° 1");
            assertThat(action.owner()).isEqualTo("Karim Agent");
        });
        assertThat(report.plan().signature()).satisfies(signature -> {
            assertThat(signature.planVersion()).isEqualTo(2);
            assertThat(signature.sha256()).isEqualTo("ab".repeat(32));
        });
        assertThat(report.indicators()).anySatisfy(indicator -> {
            assertThat(indicator.code()).isEqualTo("TEL-ANSWER");
            assertThat(indicator.status()).isEqualTo(LabelReport.IndicatorStatus.ALERT);
        });
        assertThat(report.labelTest().level()).isEqualTo("Argent");
        assertThat(report.glossary()).isNotEmpty();
    }

    @Test
    void thePrintedReportIsKeptWithItsSnapshotAndNeverPrintedAgain() throws IOException {
        file.print(evaluation.id());
        StoredReportView first =
                file.kept(fixtures.actor(town.lead()), evaluation.id()).orElseThrow();
        team.auditorGrades(evaluation, "ACC-5", Place.COUNTER, 0);

        file.print(evaluation.id());

        assertThat(file.kept(fixtures.actor(town.lead()), evaluation.id())).contains(first);
        byte[] pdf = file.pdf(fixtures.actor(town.auditor()), evaluation.id());
        assertThat(PdfCheck.brokenRules(pdf)).isEmpty();
        assertThat(text(pdf)).contains("Niveau de label atteint : Argent", evaluation.teamName(), "Taux de décroché");
        Map<String, Object> kept = jdbc.sql("select * from label_snapshot where evaluation_id = ?")
                .param(evaluation.id().value())
                .query()
                .singleRow();
        assertThat(kept).containsEntry("level", "SILVER").containsEntry("audit_total", "75/1");
        assertThat(kept.get("scores").toString()).contains("\"code\":\"ACC-3\"", "Score d'ensemble de l'audit");
        assertThatThrownBy(() ->
                        jdbc.sql("update label_snapshot set level = 'GOLD'").update())
                .hasMessageContaining("never changed");
    }

    @Test
    void theVerdictThatWasPrintedStandsWhateverChangesAfterwards() {
        LabelVerdict before = results.of(evaluation).verdict();
        assertThat(results.of(evaluation).printedAt()).isNull();
        file.print(evaluation.id());
        team.auditorGrades(evaluation, "ACC-5", Place.COUNTER, 0);
        jdbc.sql("delete from measurement where evaluation_id = ?")
                .param(evaluation.id().value())
                .update();

        assertThat(results.of(evaluation).verdict()).isEqualTo(before);
        assertThat(results.of(evaluation).printedAt()).isNotNull();
    }

    @Test
    void oneMandatoryCriterionAtOnePlaceTakesTheLabelAway() {
        team.auditorGrades(evaluation, "ACC-5", Place.PHONE, 2);

        LabelReport report = assembly.finalReport(results.of(evaluation));

        assertThat(report.labelTest().level()).isNull();
        assertThat(report.labelTest().blocking()).anySatisfy(blocking -> assertThat(blocking.reason())
                .contains("ACC-5", "est à 50 au téléphone", "il manque 25 points pour 75"));
    }

    @Test
    void aDraftIsForThoseWhoSteerAndSaysSoOnItsPages() throws IOException {
        byte[] draft = file.draft(fixtures.actor(town.manager()), evaluation.id());

        assertThat(text(draft)).contains("PROJET sans valeur");
        assertThat(file.kept(fixtures.actor(town.manager()), evaluation.id())).isEmpty();
        assertThatThrownBy(() -> file.draft(fixtures.actor(town.agent()), evaluation.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyElseReadsIt() {
        file.print(evaluation.id());
        Town elsewhere = fixtures.town();

        assertThatThrownBy(() -> file.pdf(fixtures.actor(elsewhere.manager()), evaluation.id()))
                .isInstanceOf(NotFound.class);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
