package org.capaccueil.network.domain;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A team does what a good practice says.
 *
 * @param edition of the text it read
 * @param action the action it became in the team's plan; null where no plan was being proposed
 */
public record Adoption(UUID practice, TeamId team, int edition, Instant at, @Nullable UUID action) {}
