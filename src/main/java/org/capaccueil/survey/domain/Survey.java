package org.capaccueil.survey.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.survey.SurveyId;
import org.jspecify.annotations.Nullable;

/** One questionnaire asked for a period: prepared, open, closed. */
@Entity
class Survey {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;
    private UUID questionnaireId;
    private String title;
    private LocalDate firstDay;
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private Sampling sampling;

    private @Nullable Integer population;

    @Enumerated(EnumType.STRING)
    private SurveyStatus status = SurveyStatus.PREPARED;

    /** Whether it opens by itself on its first day. */
    private boolean ready;

    private @Nullable Instant openedAt;
    private @Nullable Instant closedAt;

    /** Makes receipts unreadable to whoever has a form's secret only; gone once nothing can be sent any more. */
    private @Nullable String receiptKey;

    protected Survey() {}

    Survey(CommuneId commune, SurveyPlan plan) {
        this.id = UUID.randomUUID();
        this.communeId = commune.value();
        this.receiptKey = Secret.random();
        take(plan);
    }

    void change(SurveyPlan plan) {
        if (status != SurveyStatus.PREPARED) {
            throw new StepNoLongerOpen("Cette enquête est ouverte ou close : elle ne change plus. "
                    + "Préparez-en une autre pour poser d'autres questions.");
        }
        take(plan);
    }

    private void take(SurveyPlan plan) {
        questionnaireId = Objects.requireNonNull(plan.questionnaire());
        title = plan.title();
        firstDay = Objects.requireNonNull(plan.firstDay());
        lastDay = Objects.requireNonNull(plan.lastDay());
        sampling = plan.sampling();
        population = plan.sampling() == Sampling.RANDOM ? plan.population() : null;
        ready = false;
    }

    /** Residents can answer from now on, or from the first day on. */
    void open(Instant now) {
        if (status != SurveyStatus.PREPARED) {
            throw new StepNoLongerOpen("Cette enquête a déjà été ouverte. Sa page dit où elle en est.");
        }
        LocalDate today = PublicTime.dayOf(now);
        if (today.isAfter(lastDay)) {
            throw new BusinessRefusal(
                    "Le dernier jour de cette enquête est passé : changez ses dates, puis ouvrez-la.");
        }
        if (today.isBefore(firstDay)) {
            ready = true;
            return;
        }
        status = SurveyStatus.OPEN;
        openedAt = now;
    }

    void close(Instant now) {
        if (status != SurveyStatus.OPEN) {
            throw new StepNoLongerOpen("Seule une enquête ouverte se clôt. Sa page dit où elle en est.");
        }
        status = SurveyStatus.CLOSED;
        closedAt = now;
        receiptKey = null;
    }

    @Nullable
    String receiptKey() {
        return receiptKey;
    }

    boolean isDue(LocalDate today) {
        return status == SurveyStatus.PREPARED && ready && !today.isBefore(firstDay) && !today.isAfter(lastDay);
    }

    boolean isOver(LocalDate today) {
        return status == SurveyStatus.OPEN && today.isAfter(lastDay);
    }

    SurveyId id() {
        return new SurveyId(id);
    }

    long version() {
        return version;
    }

    SurveyView view() {
        return new SurveyView(
                id(),
                new CommuneId(communeId),
                questionnaireId,
                title,
                firstDay,
                lastDay,
                sampling,
                population,
                status,
                ready,
                openedAt,
                closedAt,
                version);
    }
}
