package org.capaccueil.improvement.domain;

import java.time.Instant;
import java.util.UUID;

/** A PDF of a plan as pages name it. */
public record PrintView(UUID report, int edition, String sha256, int pages, long bytes, Instant printedAt) {}
