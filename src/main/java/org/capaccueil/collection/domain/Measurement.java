package org.capaccueil.collection.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Indicator;
import org.jspecify.annotations.Nullable;

/** One indicator on one channel: a figure, or the reason why there is none. */
@Entity
class Measurement {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID evaluationId;
    private String indicator;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private @Nullable BigDecimal measured;
    private @Nullable BigDecimal numerator;
    private @Nullable BigDecimal denominator;
    private @Nullable LocalDate periodStart;
    private @Nullable LocalDate periodEnd;
    private @Nullable String source;
    private @Nullable String note;
    private @Nullable String unavailable;
    private @Nullable UUID measuredBy;
    private @Nullable Instant measuredAt;
    private boolean takenOver;

    protected Measurement() {}

    Measurement(UUID evaluation, String indicator, Channel channel) {
        this.id = UUID.randomUUID();
        this.evaluationId = evaluation;
        this.indicator = indicator;
        this.channel = channel;
    }

    /** Takes plausible figures; refuses the others before anything changes. */
    void measure(Indicator of, Figures figures, PersonId by, LocalDate today, Instant now) {
        figures.requirePlausible(of, today);
        take(of, figures, now);
        measuredBy = by.value();
    }

    /** Takes what the commune knew when the data were frozen: nobody of the team had said otherwise. */
    void takeOver(Indicator of, Figures known, Instant now) {
        if (isFilled()) {
            throw new IllegalStateException(indicator + " of " + evaluationId + " is filled: what a team says stays");
        }
        take(of, known, now);
        takenOver = true;
    }

    private void take(Indicator of, Figures figures, Instant now) {
        boolean none = figures.unavailable() != null;
        measured = none ? null : figures.measured(of);
        numerator = none || !of.isShare() ? null : figures.numerator();
        denominator = none || !Figures.asksBase(of) ? null : figures.denominator();
        periodStart = none ? null : figures.periodStart();
        periodEnd = none ? null : figures.periodEnd();
        source = figures.source();
        note = figures.note();
        unavailable = figures.unavailable();
        measuredAt = now;
    }

    /** There was never anything to measure: the channel opened when the figures were in. */
    void leaveOut(String because) {
        unavailable = because;
    }

    /** Whether these figures are the ones kept already. */
    boolean says(Indicator of, Figures figures) {
        Figures kept = figures(of);
        return same(kept.value(), figures.value())
                && same(kept.numerator(), figures.numerator())
                && same(kept.denominator(), figures.denominator())
                && Objects.equals(kept.periodStart(), figures.periodStart())
                && Objects.equals(kept.periodEnd(), figures.periodEnd())
                && Objects.equals(kept.source(), figures.source())
                && Objects.equals(kept.note(), figures.note())
                && Objects.equals(kept.unavailable(), figures.unavailable());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    Figures figures(Indicator of) {
        return new Figures(
                of.isShare() ? null : measured,
                numerator,
                denominator,
                periodStart,
                periodEnd,
                source,
                note,
                unavailable);
    }

    boolean isFilled() {
        return measured != null || unavailable != null;
    }

    MeasurementView view() {
        return new MeasurementView(
                indicator,
                channel,
                measured,
                numerator,
                denominator,
                periodStart,
                periodEnd,
                source,
                note,
                unavailable);
    }

    boolean isTakenOver() {
        return takenOver;
    }

    boolean isFor(Indicator of, Channel on) {
        return indicator.equals(of.code()) && channel == on;
    }

    long version() {
        return version;
    }

    @Nullable
    PersonId measuredBy() {
        return measuredBy == null ? null : new PersonId(measuredBy);
    }

    @Nullable
    Instant measuredAt() {
        return measuredAt;
    }

    EvaluationId evaluation() {
        return new EvaluationId(evaluationId);
    }
}
