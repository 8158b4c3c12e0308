package org.capaccueil.tally.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.capaccueil.tally.domain.Outcome;
import org.capaccueil.tally.domain.Tap;
import org.jspecify.annotations.Nullable;

/** A tap as the form, or the queue of the browser, sends it. An orientation says by itself that the person was oriented. */
record TapForm(
        @Nullable String id,
        @Nullable String point,
        @Nullable String channel,
        @Nullable String subject,
        @Nullable String outcome,
        @Nullable String orientation,
        @Nullable String note) {

    /** What cannot be read is as if it had not been chosen: the desk says what is missing. */
    Tap tap(UUID known, Instant at) {
        UUID to = uuid(orientation);
        UUID where = uuid(point);
        return new Tap(
                known,
                where == null ? new UUID(0, 0) : where,
                one(Channel.values(), channel),
                uuid(subject),
                to != null && isBlank(outcome) ? Outcome.ORIENTED : one(Outcome.values(), outcome),
                to,
                at,
                note);
    }

    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return isBlank(text) ? null : UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    static <E extends Enum<E>> @Nullable E one(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
