package org.capaccueil.shared;

import java.util.UUID;

/** Identifies a reception team. */
public record TeamId(UUID value) {

    public static TeamId random() {
        return new TeamId(UUID.randomUUID());
    }

    /** Reads what {@link #toString()} wrote; refuses anything else as an address that leads nowhere. */
    public static TeamId of(String text) {
        return new TeamId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
