package org.capaccueil.improvement.process;

/** The names this room shares with action-plan.bpmn, follow-up.bpmn and action-follow-up.bpmn. */
final class ImprovementBpmn {

    static final String PLAN_PROCESS = "action-plan";
    static final String FOLLOW_UP_PROCESS = "follow-up";
    static final String ACTION_PROCESS = "action-follow-up";

    static final String PROPOSE_PLAN = "proposePlan";
    static final String REVIEW_PLAN = "reviewPlan";
    static final String SIGN_PLAN = "signPlan";
    static final String CARRY_OUT_ACTION = "carryOutAction";
    static final String VERIFY_EFFECTIVENESS = "verifyEffectiveness";

    static final String ACTION_ABANDONED = "ActionAbandoned";

    static final String REVIEW = "planReview";
    static final String ACCEPTED = "ACCEPTED";
    static final String RETURNED = "RETURNED";

    static final String SIGNATURE = "planSignature";
    static final String SIGNED = "SIGNED";
    static final String SENT_BACK = "SENT_BACK";

    /** EFFECTIVE, NOT_EFFECTIVE or ABANDONED. */
    static final String EFFECTIVENESS = "effectiveness";

    private ImprovementBpmn() {}
}
