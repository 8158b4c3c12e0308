package org.capaccueil.audit.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** Somebody stepped aside, and why. */
@Embeddable
record Recusal(UUID personId, String reason, Instant at) {}
