package org.capaccueil.audit.process;

/** The names this room shares with audit.bpmn. */
final class AuditBpmn {

    static final String PROCESS = "audit";

    static final String ASSIGN_AUDITOR = "assignAuditor";
    static final String AUDIT_ON_SITE = "auditOnSite";
    static final String REPLY_TO_FINDINGS = "replyToFindings";
    static final String FINALISE_REPORT = "finaliseReport";

    /** The one fact a diagram has to know: whose task comes next. */
    static final String AUDITOR = "auditorId";

    static final String DECISION = "auditDecision";
    static final String CONCLUDED = "CONCLUDED";
    static final String RECUSED = "RECUSED";

    private AuditBpmn() {}
}
