package org.capaccueil.improvement.domain;

import java.time.Instant;

/** A report of progress as pages show it. */
public record ProgressView(Instant at, String person, int progress, String note) {}
