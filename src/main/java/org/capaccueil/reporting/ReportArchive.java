package org.capaccueil.reporting;

import java.util.Optional;
import java.util.UUID;

/**
 * What was printed, kept as it was: stored once, read as often as needed, never printed again, changed or removed (the
 * database refuses it as well). It asks nobody who they are: whoever serves a file has checked that first.
 */
public interface ReportArchive {

    /**
     * Keeps a PDF, in the caller's transaction.
     *
     * @param kind what sort of report it is, a word of the room that owns it, such as {@code action-plan}
     * @param subjectId what it is about: an evaluation, a plan
     * @param title the document's title, shown where it is offered for download
     */
    StoredReportView store(String kind, UUID subjectId, String title, byte[] pdf);

    /** The one stored last for this subject. */
    Optional<StoredReportView> latest(String kind, UUID subjectId);

    /** What is known of a stored report, without its bytes. */
    StoredReportView view(UUID id);

    /** Exactly the bytes that were stored; they are checked against their checksum before they are handed out. */
    byte[] content(UUID id);
}
