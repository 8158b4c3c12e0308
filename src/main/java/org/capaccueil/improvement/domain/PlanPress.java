package org.capaccueil.improvement.domain;

import java.util.List;
import java.util.UUID;
import org.capaccueil.audit.Audits.Finding;
import org.capaccueil.campaign.EvaluationView;

/** Draws up the PDF of a plan and stores it; the report side of this room implements it. */
public interface PlanPress {

    /** What is printed. */
    record Content(EvaluationView evaluation, PlanState plan, List<ActionView> actions, List<Finding> findings) {}

    /**
     * What came out.
     *
     * @param report the file's id in the archive
     * @param sha256 of exactly the bytes the archive keeps, in hexadecimal
     */
    record Sheet(UUID report, String sha256, int pages, long bytes) {}

    Sheet print(Content content);

    /** The bytes as stored. */
    byte[] read(UUID report);
}
