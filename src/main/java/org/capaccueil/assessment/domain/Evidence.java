package org.capaccueil.assessment.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** What the team shows for a criterion: a file kept here, or a link. Its bytes are kept apart. */
@Entity
class Evidence {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID evaluationId;
    private String criterion;
    private String title;
    private @Nullable String link;
    private @Nullable String contentType;
    private @Nullable String sha256;
    private long size;
    private UUID addedBy;
    private Instant addedAt;

    protected Evidence() {}

    private Evidence(UUID evaluation, String criterion, String title, PersonId by, Instant now) {
        this.id = UUID.randomUUID();
        this.evaluationId = evaluation;
        this.criterion = criterion;
        this.title = title;
        this.addedBy = by.value();
        this.addedAt = now;
    }

    static Evidence ofFile(UUID evaluation, String criterion, CheckedFile file, PersonId by, Instant now) {
        Evidence evidence = new Evidence(evaluation, criterion, file.name(), by, now);
        evidence.contentType = file.contentType();
        evidence.sha256 = file.sha256();
        evidence.size = file.bytes().length;
        return evidence;
    }

    static Evidence ofLink(UUID evaluation, String criterion, CheckedLink link, PersonId by, Instant now) {
        Evidence evidence = new Evidence(evaluation, criterion, link.title(), by, now);
        evidence.link = link.address();
        return evidence;
    }

    UUID id() {
        return id;
    }

    boolean isOf(UUID evaluation) {
        return evaluationId.equals(evaluation);
    }

    String criterion() {
        return criterion;
    }

    String title() {
        return title;
    }

    @Nullable
    String contentType() {
        return contentType;
    }

    PersonId addedBy() {
        return new PersonId(addedBy);
    }

    SelfAssessments.Evidence view() {
        return new SelfAssessments.Evidence(id, criterion, title, link, sha256, size, new PersonId(addedBy), addedAt);
    }
}
