package org.capaccueil.audit.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.audit.AuditorPool.Terms;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** On which terms a commune lets others have one of its auditors. */
@Entity
class PoolAuditor {

    @Id
    private UUID personId;

    @Version
    private long version;

    private boolean lent;
    private String qualifications;
    private @Nullable LocalDate awayUntil;

    protected PoolAuditor() {}

    /** Taking somebody back leaves the audits they have under way to them. */
    void agree(Terms terms) {
        Texts.requireShort("qualifications", terms.qualifications(), Texts.SHORT);
        lent = terms.lent();
        qualifications = terms.qualifications().strip();
        awayUntil = terms.awayUntil();
    }

    Terms terms() {
        return new Terms(lent, qualifications, awayUntil);
    }

    /** The last day they are not there, when that is today or later. */
    Optional<LocalDate> awayOn(LocalDate today) {
        return Optional.ofNullable(awayUntil).filter(day -> !day.isBefore(today));
    }

    boolean isLent() {
        return lent;
    }

    PersonId person() {
        return new PersonId(personId);
    }

    long version() {
        return version;
    }
}
