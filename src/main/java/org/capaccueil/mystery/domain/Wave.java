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
import org.capaccueil.indicator.WorkingDays;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;

/** Some days of visits: prepared, under way and sealed, opened. */
@Entity
@Table(name = "mystery_wave")
class Wave {

    /** In working days before the last one. */
    private static final int REMINDED_BEFORE = 5;

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;
    private String title;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private int perPlace;
    private String peaks;
    private @Nullable UUID gridId;

    @Enumerated(EnumType.STRING)
    private WaveStatus status = WaveStatus.PREPARED;

    private @Nullable Instant openedAt;
    private @Nullable Instant remindedAt;

    protected Wave() {}

    Wave(CommuneId commune, WavePlan plan) {
        this.id = UUID.randomUUID();
        this.communeId = commune.value();
        take(plan);
    }

    /** What was proposed for the former words is no longer so. */
    void change(WavePlan plan) {
        requirePrepared();
        gridId = null;
        take(plan);
    }

    private void take(WavePlan plan) {
        title = plan.title();
        firstDay = Objects.requireNonNull(plan.firstDay());
        lastDay = Objects.requireNonNull(plan.lastDay());
        perPlace = Objects.requireNonNull(plan.perPlace());
        peaks = plan.peaks();
    }

    /** Visits are proposed, to be noted on this edition of the grid. */
    void planOn(UUID grid) {
        requirePrepared();
        gridId = grid;
    }

    void requirePrepared() {
        if (status != WaveStatus.PREPARED) {
            throw new StepNoLongerOpen(
                    "Cette vague est confirmée : elle ne change plus. Une observation se déplace encore, une à une.");
        }
    }

    /** Observers see their visits, and teams the rules and the period, from now on. */
    void confirm(LocalDate today) {
        requirePrepared();
        if (gridId == null) {
            throw new BusinessRefusal("Proposez d'abord les observations, puis relisez-les.");
        }
        if (lastDay.isBefore(today)) {
            throw new BusinessRefusal("Le dernier jour de cette vague est passé : changez ses dates.");
        }
        status = WaveStatus.UNDERWAY;
    }

    /** Once, in the last working days there are to observe in. */
    boolean isToRemind(LocalDate today) {
        return status == WaveStatus.UNDERWAY
                && remindedAt == null
                && !isOver(today)
                && WorkingDays.between(today, lastDay) <= REMINDED_BEFORE;
    }

    void remind(Instant now) {
        remindedAt = now;
    }

    /** @param waiting how many visits are neither done nor declared not done */
    void open(long waiting, Instant now) {
        if (status != WaveStatus.UNDERWAY) {
            throw new StepNoLongerOpen("Seule une vague en cours s'ouvre. Sa page dit où elle en est.");
        }
        if (waiting > 0 && !isOver(PublicTime.dayOf(now))) {
            throw new BusinessRefusal("Il reste " + waiting + " observation(s) à rendre ou à déclarer non faites : "
                    + "les résultats s'ouvrent quand toutes le sont, ou une fois la période passée, le "
                    + PublicTime.inWords(lastDay.plusDays(1)) + ".");
        }
        status = WaveStatus.OPENED;
        openedAt = now;
    }

    void requireUnderway() {
        if (status != WaveStatus.UNDERWAY) {
            throw new StepNoLongerOpen(
                    status == WaveStatus.OPENED
                            ? "Les résultats de cette vague sont ouverts : plus rien ne s'y note."
                            : "Cette vague n'est pas encore confirmée.");
        }
    }

    void requireOpened() {
        if (status != WaveStatus.OPENED) {
            throw new StepNoLongerOpen("Cette vague est sous scellé : ses résultats ne sont à personne avant "
                    + "l'ouverture. Sa page dit où elle en est.");
        }
    }

    void requireWithin(LocalDate day) {
        if (day.isBefore(firstDay) || day.isAfter(lastDay)) {
            throw new BusinessRefusal(
                    "day",
                    "Cette vague va du " + PublicTime.inWords(firstDay) + " au " + PublicTime.inWords(lastDay)
                            + " : observez pendant ces jours.");
        }
    }

    private boolean isOver(LocalDate today) {
        return today.isAfter(lastDay);
    }

    boolean isOf(CommuneId commune) {
        return communeId.equals(commune.value());
    }

    @Nullable
    UUID grid() {
        return gridId;
    }

    PeakHours peakHours() {
        return PeakHours.of(peaks);
    }

    UUID id() {
        return id;
    }

    WaveView view() {
        return new WaveView(
                id,
                new CommuneId(communeId),
                title,
                firstDay,
                lastDay,
                perPlace,
                peaks,
                gridId != null,
                status,
                openedAt,
                version);
    }
}
