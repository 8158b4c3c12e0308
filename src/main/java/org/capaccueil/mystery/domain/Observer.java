package org.capaccueil.mystery.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody of the commune who was trained and may be given visits. Nobody needs a role for it. */
@Entity
@Table(name = "mystery_observer")
class Observer {

    @Id
    private UUID personId;

    @Version
    private long version;

    private UUID communeId;
    private LocalDate trainedOn;
    private @Nullable Instant acceptedAt;
    private @Nullable Integer rules;
    private @Nullable LocalDate endedOn;

    protected Observer() {}

    Observer(PersonId person, CommuneId commune, LocalDate trainedOn) {
        this.personId = person.value();
        this.communeId = commune.value();
        this.trainedOn = trainedOn;
    }

    /** Takes them in, or again, with the date of their last training. */
    void trained(LocalDate on) {
        trainedOn = on;
        endedOn = null;
    }

    void end(LocalDate today) {
        endedOn = today;
    }

    void accept(Instant now) {
        acceptedAt = now;
        rules = Charter.VERSION;
    }

    boolean hasAccepted() {
        return rules != null && rules == Charter.VERSION;
    }

    void requireAccepted() {
        if (!hasAccepted()) {
            throw new BusinessRefusal(
                    "Acceptez d'abord les règles des observateurs : elles sont sur la page des évaluations mystère.");
        }
    }

    boolean isActive() {
        return endedOn == null;
    }

    boolean isOf(CommuneId commune) {
        return communeId.equals(commune.value());
    }

    PersonId person() {
        return new PersonId(personId);
    }

    LocalDate trainedOn() {
        return trainedOn;
    }

    @Nullable
    Instant acceptedAt() {
        return hasAccepted() ? acceptedAt : null;
    }
}
