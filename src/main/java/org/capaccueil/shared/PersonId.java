package org.capaccueil.shared;

import java.util.UUID;

/** Identifies a person, with or without an account. */
public record PersonId(UUID value) {

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    /** Reads what {@link #toString()} wrote; refuses anything else as an address that leads nowhere. */
    public static PersonId of(String text) {
        return new PersonId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
