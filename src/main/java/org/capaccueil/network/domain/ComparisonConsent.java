package org.capaccueil.network.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/** A commune's word that its published results may be compared: signed as on the day, ended the same way, never changed. */
@Entity
class ComparisonConsent {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;
    private boolean named;
    private UUID givenBy;
    private String givenName;
    private String givenCapacity;
    private Instant givenAt;
    private @Nullable UUID endedBy;
    private @Nullable String endedName;
    private @Nullable String endedCapacity;
    private @Nullable Instant endedAt;

    protected ComparisonConsent() {}

    ComparisonConsent(CommuneId commune, boolean named, PersonView signer, Instant now) {
        this.id = UUID.randomUUID();
        this.communeId = commune.value();
        this.named = named;
        this.givenBy = signer.id().value();
        this.givenName = signer.name();
        this.givenCapacity = signer.capacity();
        this.givenAt = now;
    }

    void end(PersonView signer, Instant now) {
        if (endedAt != null) {
            throw new StepNoLongerOpen(
                    "Cet accord est déjà retiré. Rouvrez la page pour voir où en est votre commune.");
        }
        endedBy = signer.id().value();
        endedName = signer.name();
        endedCapacity = signer.capacity();
        endedAt = now;
    }

    CommuneId commune() {
        return new CommuneId(communeId);
    }

    boolean isNamed() {
        return named;
    }

    ConsentView view() {
        return new ConsentView(named, givenName, givenCapacity, givenAt, endedName, endedCapacity, endedAt);
    }
}
