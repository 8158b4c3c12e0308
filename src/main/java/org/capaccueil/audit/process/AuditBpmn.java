package org.capaccueil.audit.process;

/** The names this room shares with audit.bpmn. */
final class AuditBpmn {

    static final String PROCESS = "audit";

    static final String ASSIGN_AUDITOR = "assignAuditor";
    static final String AUDIT_ON_SITE = "auditOnSite";
    static final String JUDGE_LINK = "judgeDeclaredLink";
    static final String REPLY_TO_FINDINGS = "replyToFindings";
    static final String FINALISE_REPORT = "finaliseReport";

    /** The one fact a diagram has to know: whose task comes next. */
    static final String AUDITOR = "auditorId";

    static final String DECISION = "auditDecision";
    static final String CONCLUDED = "CONCLUDED";
    static final String RECUSED = "RECUSED";
    static final String LINK_DECLARED = "LINK_DECLARED";

    static final String LINK_VERDICT = "linkVerdict";
    static final String KEPT = "KEPT";
    static final String REPLACED = "REPLACED";

    private AuditBpmn() {}
}
