package org.capaccueil.reporting.domain;

import com.lowagie.text.pdf.PdfReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.reporting.ReportArchive;
import org.capaccueil.reporting.StoredReportView;
import org.capaccueil.shared.Checksum;
import org.capaccueil.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredReports implements ReportArchive {

    /** Views are read without the bytes: a list of reports must not load them. */
    private static final String VIEW =
            """
            select new org.capaccueil.reporting.StoredReportView(
                r.id, r.kind, r.subjectId, r.title, r.sha256, r.pages, r.createdAt, r.size)
            from StoredReport r
            """;

    private final EntityManager entities;
    private final Clock clock;

    StoredReports(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Transactional
    public StoredReportView store(String kind, UUID subjectId, String title, byte[] pdf) {
        var view = new StoredReportView(
                UUID.randomUUID(),
                kind,
                subjectId,
                title,
                Checksum.sha256(pdf),
                pages(pdf),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                pdf.length);
        entities.persist(new StoredReport(view, pdf));
        entities.flush();
        return view;
    }

    @Override
    public Optional<StoredReportView> latest(String kind, UUID subjectId) {
        return views("where r.kind = :kind and r.subjectId = :subject order by r.position desc")
                .setParameter("kind", kind)
                .setParameter("subject", subjectId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public StoredReportView view(UUID id) {
        return views("where r.id = :id")
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @Override
    public byte[] content(UUID id) {
        StoredReport report = entities.find(StoredReport.class, id);
        if (report == null) {
            throw new NotFound();
        }
        byte[] content = report.content();
        if (!Checksum.sha256(content).equals(report.sha256())) {
            throw new IllegalStateException("stored report " + id + " no longer matches its checksum");
        }
        return content;
    }

    private TypedQuery<StoredReportView> views(String condition) {
        return entities.createQuery(VIEW + condition, StoredReportView.class);
    }

    private static int pages(byte[] pdf) {
        try (PdfReader reader = new PdfReader(pdf)) {
            return reader.getNumberOfPages();
        } catch (IOException notAPdf) {
            throw new IllegalArgumentException("only a PDF can be stored", notAPdf);
        }
    }
}
