package org.capaccueil.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Cycle;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each kind of standard, from its file to the printed report: imported, published, run through a whole cycle. */
@ApplicationTest
class EveryStandardCycleTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Libraries libraries;

    @Autowired
    Standards standards;

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
        StandardVersionId version = libraries.imported(manager, name);
        Standard standard = standards.content(version);

        EvaluationView evaluation = fixtures.openEvaluation(town, version);
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
}
