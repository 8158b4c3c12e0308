package org.capaccueil.standard.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.StandardMappings.Correspondence;
import org.capaccueil.standard.StandardMappings.Relation;
import org.jspecify.annotations.Nullable;

/** Somebody decided that a criterion answers another standard's. */
@Entity
class CriterionMapping {

    @Id
    private UUID id;

    @Version
    private long version;

    private String fromStandard;
    private String fromCriterion;
    private String toStandard;
    private String toCriterion;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private @Nullable String note;
    private UUID decidedBy;
    private Instant decidedAt;

    protected CriterionMapping() {}

    CriterionMapping(
            String fromStandard, String toStandard, MappingDraft draft, PersonId decidedBy, Instant decidedAt) {
        this.id = UUID.randomUUID();
        this.fromStandard = fromStandard;
        this.fromCriterion = draft.from();
        this.toStandard = toStandard;
        this.toCriterion = draft.to();
        this.relation = draft.relation();
        this.note = draft.note().isBlank() ? null : draft.note().strip();
        this.decidedBy = decidedBy.value();
        this.decidedAt = decidedAt;
    }

    UUID id() {
        return id;
    }

    String fromStandard() {
        return fromStandard;
    }

    String toStandard() {
        return toStandard;
    }

    String fromCriterion() {
        return fromCriterion;
    }

    String toCriterion() {
        return toCriterion;
    }

    Relation relation() {
        return relation;
    }

    @Nullable
    String note() {
        return note;
    }

    PersonId decidedBy() {
        return new PersonId(decidedBy);
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Correspondence correspondence() {
        return new Correspondence(fromCriterion, relation);
    }

    /** « ACC-1 (AMQ-START) égal à 4.2 (CAF-2020) », for the trail. */
    String inWords() {
        return fromCriterion + " (" + fromStandard + ") " + relation.title() + " " + toCriterion + " (" + toStandard
                + ")";
    }
}
