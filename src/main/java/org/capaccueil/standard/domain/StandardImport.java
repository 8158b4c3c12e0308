package org.capaccueil.standard.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.jspecify.annotations.Nullable;

/** What somebody brought in and has not decided about yet, or what became of it. */
@Entity
class StandardImport {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID uploadedBy;
    private Instant uploadedAt;
    private String fileName;

    /** In the published form. */
    private String content;

    /** One a line. */
    private String notices;

    private @Nullable UUID became;

    protected StandardImport() {}

    StandardImport(PersonId uploadedBy, Instant uploadedAt, String fileName, String content, List<String> notices) {
        this.id = UUID.randomUUID();
        this.uploadedBy = uploadedBy.value();
        this.uploadedAt = uploadedAt;
        this.fileName = fileName;
        this.content = content;
        this.notices = String.join("\n", notices);
    }

    UUID id() {
        return id;
    }

    boolean isOf(PersonId person) {
        return uploadedBy.equals(person.value());
    }

    String fileName() {
        return fileName;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    String content() {
        return content;
    }

    List<String> notices() {
        return notices.lines().toList();
    }

    @Nullable
    StandardVersionId became() {
        return became == null ? null : new StandardVersionId(became);
    }

    void became(StandardVersionId draft) {
        became = draft.value();
    }
}
