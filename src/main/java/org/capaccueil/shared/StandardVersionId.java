package org.capaccueil.shared;

import java.util.UUID;

/** Identifies one version of a standard; a campaign is frozen on one. */
public record StandardVersionId(UUID value) {

    public static StandardVersionId random() {
        return new StandardVersionId(UUID.randomUUID());
    }

    /** Reads what {@link #toString()} wrote; refuses anything else as an address that leads nowhere. */
    public static StandardVersionId of(String text) {
        return new StandardVersionId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
