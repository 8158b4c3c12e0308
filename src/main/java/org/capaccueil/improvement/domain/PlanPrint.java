package org.capaccueil.improvement.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.EvaluationId;

/** A PDF that was drawn up for a plan. Never changes and is never removed, also when the plan was sent back. */
@Entity(name = "ActionPlanPrint")
class PlanPrint {

    @Id
    private UUID reportId;

    private UUID evaluationId;
    private int edition;
    private String sha256;
    private int pages;
    private long bytes;
    private Instant printedAt;

    protected PlanPrint() {}

    PlanPrint(EvaluationId evaluation, int edition, PlanPress.Sheet sheet, Instant now) {
        this.reportId = sheet.report();
        this.evaluationId = evaluation.value();
        this.edition = edition;
        this.sha256 = sheet.sha256();
        this.pages = sheet.pages();
        this.bytes = sheet.bytes();
        this.printedAt = now;
    }

    PrintView view() {
        return new PrintView(reportId, edition, sha256, pages, bytes, printedAt);
    }
}
