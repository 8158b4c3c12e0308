package org.capaccueil.network.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consent as its commune reads it.
 *
 * @param named whether the commune may appear by name beside the aggregates
 * @param endedAt null as long as it is in force
 */
public record ConsentView(
        boolean named,
        String givenName,
        String givenCapacity,
        Instant givenAt,
        @Nullable String endedName,
        @Nullable String endedCapacity,
        @Nullable Instant endedAt) {

    public boolean inForce() {
        return endedAt == null;
    }
}
