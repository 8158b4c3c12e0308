package org.capaccueil.assessment.process;

/** The names this room shares with self-assessment.bpmn. */
final class AssessmentBpmn {

    static final String PROCESS = "self-assessment";

    static final String RATE_THEMSELVES = "rateThemselves";
    static final String RATE_INDIVIDUALLY = "rateIndividually";
    static final String AGREE_ON_RATINGS = "agreeOnRatings";
    static final String REVIEW_SELF_ASSESSMENT = "reviewSelfAssessment";

    static final String WAY = "ratingWay";
    static final String TOGETHER = "TOGETHER";
    static final String ALONE_FIRST = "ALONE_FIRST";

    static final String ROUND = "roundOutcome";
    static final String CLOSED = "CLOSED";
    static final String GIVEN_UP = "GIVEN_UP";

    static final String DECISION = "selfAssessmentDecision";
    static final String ACCEPTED = "ACCEPTED";
    static final String RETURNED = "RETURNED";
    static final String AGREEMENT_RETURNED = "AGREEMENT_RETURNED";

    private AssessmentBpmn() {}
}
