package org.capaccueil.assessment.process;

/** The names this room shares with self-assessment.bpmn. */
final class AssessmentBpmn {

    static final String PROCESS = "self-assessment";

    static final String RATE_THEMSELVES = "rateThemselves";
    static final String REVIEW_SELF_ASSESSMENT = "reviewSelfAssessment";

    static final String DECISION = "selfAssessmentDecision";
    static final String ACCEPTED = "ACCEPTED";
    static final String RETURNED = "RETURNED";

    private AssessmentBpmn() {}
}
