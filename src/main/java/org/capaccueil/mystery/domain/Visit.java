package org.capaccueil.mystery.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.shared.Masked;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/** One observation. Its observer alone writes it, until it is handed in: from then on nobody does. */
@Entity
@Table(name = "mystery_visit")
class Visit {

    /** Of a remark, and of a reason. */
    static final int LONGEST_TEXT = 1_000;

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID waveId;
    private UUID placeId;
    private UUID scriptId;
    private UUID observerId;
    private LocalDate day;
    private int hour;

    @Enumerated(EnumType.STRING)
    private VisitStatus status = VisitStatus.PLANNED;

    private @Nullable Instant startedAt;
    private @Nullable Instant savedAt;
    private @Nullable Instant endedAt;
    private @Nullable LocalDate doneOn;
    private @Nullable String notDoneBecause;
    private @Nullable String withdrawnBecause;
    private @Nullable String remark;

    @Enumerated(EnumType.STRING)
    private RemarkState remarkState = RemarkState.RECEIVED;

    private @Nullable String remarkShown;

    /** The passages left out, one a line. */
    private String remarkMasked = "";

    protected Visit() {}

    Visit(UUID wave, Planner.Proposed proposed) {
        this.id = UUID.randomUUID();
        this.waveId = wave;
        this.placeId = proposed.spot().id();
        this.scriptId = proposed.script();
        this.observerId = proposed.observer().value();
        this.day = proposed.day();
        this.hour = proposed.hour();
    }

    /** Gives it to somebody else, or moves it. */
    void move(PersonId observer, LocalDate on, int at) {
        if (status != VisitStatus.PLANNED) {
            throw new StepNoLongerOpen("Cette observation est commencée ou terminée : elle ne se déplace plus.");
        }
        observerId = observer.value();
        day = on;
        hour = at;
    }

    void start(Instant now) {
        if (status != VisitStatus.PLANNED) {
            throw new StepNoLongerOpen("Cette observation est déjà commencée ou terminée. Rouvrez sa page.");
        }
        status = VisitStatus.STARTED;
        startedAt = now;
    }

    void save(@Nullable String text, Instant now) {
        requireStarted();
        remark = text;
        savedAt = now;
    }

    void requireStarted() {
        if (status == VisitStatus.PLANNED) {
            throw new StepNoLongerOpen("Commencez d'abord cette observation : le bouton est sur sa page.");
        }
        if (status != VisitStatus.STARTED) {
            throw new StepNoLongerOpen("Cette observation est rendue, ou déclarée non faite : elle ne change plus.");
        }
    }

    void submit(Instant now) {
        requireStarted();
        status = VisitStatus.DONE;
        // noted on the day it began, however late it is handed in
        doneOn = PublicTime.dayOf(Objects.requireNonNull(startedAt));
        endedAt = now;
    }

    void giveUp(String reason, Instant now) {
        if (!isWaiting()) {
            throw new StepNoLongerOpen("Cette observation est déjà terminée. Rouvrez sa page.");
        }
        status = VisitStatus.NOT_DONE;
        notDoneBecause = reason;
        endedAt = now;
    }

    /** It stays to be seen and counts no more. */
    void withdraw(String reason) {
        if (status != VisitStatus.DONE) {
            throw new StepNoLongerOpen("Seule une observation rendue se retire du résultat.");
        }
        status = VisitStatus.WITHDRAWN;
        withdrawnBecause = reason;
    }

    /**
     * Shows the remark to the others.
     *
     * @param passages to leave out, one a line, as they were written
     */
    void publishRemark(String passages) {
        remarkShown = Masked.of(requireRemark(), passages, "Il ne reste rien à lire : écartez plutôt cette remarque.");
        remarkMasked = passages;
        remarkState = RemarkState.PUBLISHED;
    }

    void rejectRemark() {
        requireRemark();
        remarkShown = null;
        remarkState = RemarkState.REJECTED;
    }

    private String requireRemark() {
        if (remark == null) {
            throw new StepNoLongerOpen("Cette observation n'a pas de remarque, ou elle est effacée depuis.");
        }
        return remark;
    }

    boolean isWaiting() {
        return status == VisitStatus.PLANNED || status == VisitStatus.STARTED;
    }

    boolean isIn(UUID wave) {
        return waveId.equals(wave);
    }

    UUID id() {
        return id;
    }

    UUID wave() {
        return waveId;
    }

    UUID place() {
        return placeId;
    }

    UUID script() {
        return scriptId;
    }

    PersonId observer() {
        return new PersonId(observerId);
    }

    LocalDate day() {
        return day;
    }

    int hour() {
        return hour;
    }

    VisitStatus status() {
        return status;
    }

    long version() {
        return version;
    }

    @Nullable
    Instant savedAt() {
        return savedAt;
    }

    @Nullable
    String notDoneBecause() {
        return notDoneBecause;
    }

    @Nullable
    String withdrawnBecause() {
        return withdrawnBecause;
    }

    @Nullable
    String remark() {
        return remark;
    }

    @Nullable
    String remarkShown() {
        return remarkShown;
    }

    String remarkMasked() {
        return remarkMasked;
    }

    RemarkState remarkState() {
        return remarkState;
    }
}
