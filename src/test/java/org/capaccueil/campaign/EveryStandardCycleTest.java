package org.capaccueil.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.standard.exchange.StandardFormats;
import org.capaccueil.standard.exchange.StandardReading;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Each kind of standard, from its file to the printed report: imported, published, run through a whole cycle. */
@ApplicationTest
class EveryStandardCycleTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    StandardLife life;

    @Autowired
    Standards standards;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Cycle cycle;

    @Autowired
    LabelFile file;

    @Autowired
    Jobs jobs;

    @Autowired
    SettableClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "standard_starter.json",
                "standard_caf2020.json",
                "standard_spplus_like.json",
                "starter.yaml",
                "caf-2020.yaml",
                "caf-2020-pdca.yaml",
                "services-publics-plus-like.yaml"
            })
    void aStandardIsImportedPublishedRunThroughACycleAndPrinted(String name) throws Exception {
        var town = fixtures.town(Channel.values());
        Actor manager = fixtures.actor(town.manager());
        StandardVersionId version = published(manager, name);
        Standard standard = standards.content(version);

        EvaluationView evaluation = launched(manager, fixtures.plan(town.team()), version);
        cycle.collect(town, evaluation.id());
        cycle.assess(town, evaluation.id(), 3);
        cycle.audit(town, evaluation, FindingKind.MINOR);
        cycle.plan(town, evaluation.id());
        cycle.carryOut(town, evaluation.id());
        clock.advance(Duration.ofDays(61));
        jobs.runAll();
        cycle.verify(town, evaluation.id());

        assertThat(evaluations.get(evaluation.id()).status()).isEqualTo(EvaluationStatus.CLOSED);
        byte[] pdf = file.pdf(manager, evaluation.id());
        Path kept = Files.createDirectories(Path.of("target/reports")).resolve("standard-" + name + ".pdf");
        Files.write(kept, pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(standard.titleFr().replaceAll("\\s+", " "))
                    .doesNotContain("null")
                    .as("rows lost where a page breaks")
                    .doesNotContain("Rien n'a été coté");
            assertThat(standard.criteria())
                    .allSatisfy(criterion -> assertThat(text).contains(criterion.code()));
        }
    }

    private StandardVersionId published(Actor manager, String name) throws Exception {
        String label = "t" + UUID.randomUUID().toString().substring(0, 8);
        String text = new ClassPathResource("standards/" + name)
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceFirst("(\"?version\"?: )\"[^\"]*\"", "$1\"" + label + "\"")
                .replaceFirst("(\"?code\"?: )\"([^\"]*)\"", "$1\"E-$2\"");
        StandardReading reading = StandardFormats.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.faults()).isEmpty();
        StandardVersionId id = life.keepDraft(manager, reading.standard(), StandardLife.NO_DRAFT);
        life.publish(manager, id);
        return id;
    }

    private EvaluationView launched(Actor manager, CampaignPlan plan, StandardVersionId version) {
        CampaignId campaign = planning.prepare(
                manager,
                new CampaignPlan(
                        plan.name(),
                        plan.periodStart(),
                        plan.periodEnd(),
                        version,
                        plan.teams(),
                        plan.deadlines(),
                        plan.closingDate(),
                        plan.recurrenceMonths()));
        planning.launch(manager, campaign);
        jobs.runAll();
        return evaluations.ofCampaign(campaign).get(0);
    }
}
