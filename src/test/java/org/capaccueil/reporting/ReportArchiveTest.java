package org.capaccueil.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.capaccueil.improvement.report.ActionPlanReport;
import org.capaccueil.shared.NotFound;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ReportArchiveTest {

    private static final String KIND = "action-plan";

    private final ReportArchive archive;
    private final PdfPrinter printer;
    private final JdbcClient jdbc;

    private final Fixtures fixtures;
    private final Environment environment;

    ReportArchiveTest(
            @Autowired ReportArchive archive,
            @Autowired PdfPrinter printer,
            @Autowired JdbcClient jdbc,
            @Autowired Fixtures fixtures,
            @Autowired Environment environment) {
        this.archive = archive;
        this.printer = printer;
        this.jdbc = jdbc;
        this.fixtures = fixtures;
        this.environment = environment;
    }

    /** Something a report can be about: it belongs to whom that belongs. */
    private UUID evaluation() {
        return fixtures.openEvaluation(fixtures.town()).id().value();
    }

    private byte[] pdf(String title) {
        return printer.print(new Printout(
                ActionPlanReport.DESIGN,
                title,
                "Ville du Pont-de-Claix",
                "Plan d'action",
                "Ville du Pont-de-Claix",
                SmallPlan.plan()));
    }

    @Test
    void whatIsReadIsByteForByteWhatWasStored() {
        byte[] pdf = pdf("Plan d'action – Éloïse Bœuf-Müller");

        StoredReportView stored = archive.store(KIND, evaluation(), "Plan d'action – version 1", pdf);

        assertThat(archive.content(stored.id())).isEqualTo(pdf);
        assertThat(archive.view(stored.id())).isEqualTo(stored);
        assertThat(stored.size()).isEqualTo(pdf.length);
        assertThat(stored.pages()).isEqualTo(PdfCheck.pages(pdf).size());
        assertThat(stored.sha256())
                .isEqualTo(jdbc.sql("select encode(sha256(content), 'hex') from stored_report where id = ?")
                        .param(stored.id())
                        .query(String.class)
                        .single());
    }

    @Test
    void theLatestIsTheOneStoredLastForThatSubjectAndKind() {
        UUID subject = evaluation();
        archive.store(KIND, subject, "version 1", pdf("version 1"));
        StoredReportView second = archive.store(KIND, subject, "version 2", pdf("version 2"));
        archive.store("label-report", subject, "dossier", pdf("dossier"));
        archive.store(KIND, evaluation(), "ailleurs", pdf("ailleurs"));

        assertThat(archive.latest(KIND, subject)).contains(second);
        assertThat(archive.latest(KIND, UUID.randomUUID())).isEmpty();
    }

    @Test
    void nothingStoredCanBeChangedOrRemovedNotEvenInTheDatabase() {
        StoredReportView stored = archive.store(KIND, evaluation(), "Plan d'action", pdf("Plan d'action"));

        for (String change : new String[] {
            "update stored_report set title = 'autre'", "delete from stored_report", "truncate stored_report"
        }) {
            assertThatThrownBy(
                            () -> TestPostgres.asOwner(environment).sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed or removed");
        }
        assertThat(archive.view(stored.id()).title()).isEqualTo("Plan d'action");
    }

    @Test
    void theDatabaseKeepsNoBytesUnderAChecksumThatIsNotTheirs() {
        assertThatThrownBy(() -> jdbc.sql(
                                """
                insert into stored_report (id, kind, subject_id, title, sha256, pages, size, created_at, content)
                values (gen_random_uuid(), 'x', ?, 'x', repeat('0', 64), 1, 1, now(), 'a'::bytea)""")
                        .param(evaluation())
                        .update())
                .hasMessageContaining("stored_report_bytes_match");
    }

    @Test
    void onlyAPdfIsStored() {
        assertThatThrownBy(() -> archive.store(
                        KIND, UUID.randomUUID(), "page", "<html></html>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("only a PDF");
    }

    @Test
    void anUnknownReportIsNotFound() {
        assertThatThrownBy(() -> archive.content(UUID.randomUUID())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> archive.view(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }
}
