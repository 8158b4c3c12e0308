package org.capaccueil.reporting.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.reporting.StoredReportView;
import org.hibernate.annotations.Immutable;

/** A printed report and what proves it is the same one. It has no version: it has no second state. */
@Entity
@Immutable
class StoredReport {

    @Id
    private UUID id;

    /** The order of storing, given by the database: two reports may bear the same instant. */
    @Column(insertable = false, updatable = false)
    private long position;

    private String kind;
    private UUID subjectId;
    private String title;
    private String sha256;
    private int pages;
    private long size;
    private Instant createdAt;
    private byte[] content;

    protected StoredReport() {}

    StoredReport(StoredReportView view, byte[] content) {
        this.id = view.id();
        this.kind = view.kind();
        this.subjectId = view.subjectId();
        this.title = view.title();
        this.sha256 = view.sha256();
        this.pages = view.pages();
        this.size = view.size();
        this.createdAt = view.createdAt();
        this.content = content.clone();
    }

    String sha256() {
        return sha256;
    }

    byte[] content() {
        return content.clone();
    }
}
