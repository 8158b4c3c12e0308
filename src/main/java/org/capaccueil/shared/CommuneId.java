package org.capaccueil.shared;

import java.util.UUID;

/** Identifies a commune, the organisation every row of the business belongs to. */
public record CommuneId(UUID value) {

    public static CommuneId random() {
        return new CommuneId(UUID.randomUUID());
    }

    /** Reads what {@link #toString()} wrote; refuses anything else as an address that leads nowhere. */
    public static CommuneId of(String text) {
        return new CommuneId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
