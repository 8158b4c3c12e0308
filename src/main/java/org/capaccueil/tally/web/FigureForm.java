package org.capaccueil.tally.web;

import java.time.LocalDate;
import java.util.Objects;
import org.capaccueil.shared.Channel;
import org.capaccueil.tally.domain.FigureFilter;
import org.capaccueil.tally.domain.Outcome;
import org.jspecify.annotations.Nullable;

/** The filter as it stands in the address; four whole weeks unless somebody asks otherwise, so that each weekday counts as often. */
record FigureForm(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String point,
        @Nullable String channel,
        @Nullable String subject,
        @Nullable String outcome) {

    private static final int DAYS_BEFORE = 27;

    FigureForm since(LocalDate today) {
        LocalDate last = Objects.requireNonNullElse(to, today);
        return new FigureForm(
                Objects.requireNonNullElseGet(from, () -> last.minusDays(DAYS_BEFORE)),
                last,
                point,
                channel,
                subject,
                outcome);
    }

    /** Of a period that is given whole. */
    FigureFilter filter() {
        return new FigureFilter(
                Objects.requireNonNull(from),
                Objects.requireNonNull(to),
                TapForm.uuid(point),
                TapForm.one(Channel.values(), channel),
                TapForm.uuid(subject),
                TapForm.one(Outcome.values(), outcome));
    }
}
