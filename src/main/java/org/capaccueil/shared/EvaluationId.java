package org.capaccueil.shared;

import java.util.UUID;

/** Identifies one team's evaluation in a campaign; also the business key of its processes. */
public record EvaluationId(UUID value) {

    public static EvaluationId random() {
        return new EvaluationId(UUID.randomUUID());
    }

    /** Reads what {@link #toString()} wrote; refuses anything else as an address that leads nowhere. */
    public static EvaluationId of(String text) {
        return new EvaluationId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
