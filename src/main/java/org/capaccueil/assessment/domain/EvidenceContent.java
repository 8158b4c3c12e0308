package org.capaccueil.assessment.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The bytes of a piece of evidence, read only when somebody downloads it. Never changed, so without a version. */
@Entity
class EvidenceContent {

    @Id
    private UUID evidenceId;

    private byte[] bytes;

    protected EvidenceContent() {}

    EvidenceContent(UUID evidence, byte[] bytes) {
        this.evidenceId = evidence;
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
