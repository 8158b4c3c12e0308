package org.capaccueil.shared;

import java.util.UUID;

/** Identifies an organisation of the tree, a commune or a métropole: to one of them every row of the business belongs. */
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
