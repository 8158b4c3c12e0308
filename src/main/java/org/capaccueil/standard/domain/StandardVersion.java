package org.capaccueil.standard.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardVersionView;
import org.jspecify.annotations.Nullable;

/** One version of a standard: a document, and whether campaigns may start on it. */
@Entity
class StandardVersion {

    /** Where a version is in its life. */
    enum Status {
        /** Campaigns may start on it; its content never changes again. */
        PUBLISHED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private String code;
    private String label;
    private String title;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String content;
    private String sha256;
    private @Nullable Instant publishedAt;

    protected StandardVersion() {}

    private StandardVersion(
            StandardVersionId id, String code, String label, String title, String content, String sha256, Instant now) {
        this.id = id.value();
        this.code = code;
        this.label = label;
        this.title = title;
        this.content = content;
        this.sha256 = sha256;
        this.status = Status.PUBLISHED;
        this.publishedAt = now;
    }

    static StandardVersion publish(
            StandardVersionId id, String code, String label, String title, String content, String sha256, Instant now) {
        return new StandardVersion(id, code, label, title, content, sha256, now);
    }

    String content() {
        return content;
    }

    StandardVersionView view() {
        return new StandardVersionView(
                new StandardVersionId(id), code, label, title, status == Status.PUBLISHED, publishedAt);
    }
}
