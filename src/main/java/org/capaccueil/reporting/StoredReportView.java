package org.capaccueil.reporting;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored report without its bytes.
 *
 * @param sha256 of exactly the bytes stored, in lower-case hexadecimal
 * @param size in bytes
 */
public record StoredReportView(
        UUID id, String kind, UUID subjectId, String title, String sha256, int pages, Instant createdAt, long size) {}
