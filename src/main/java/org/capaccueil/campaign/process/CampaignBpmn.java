package org.capaccueil.campaign.process;

import org.capaccueil.shared.Phase;

/** The names this room shares with evaluation-campaign.bpmn and team-evaluation.bpmn. */
final class CampaignBpmn {

    static final String CAMPAIGN_PROCESS = "evaluation-campaign";
    static final String TEAM_PROCESS = "team-evaluation";

    static final String EVALUATIONS_CLOSED = "EvaluationsClosed";
    static final String CAMPAIGN_CANCELLED = "CampaignCancelled";
    static final String EVALUATION_CANCELLED = "EvaluationCancelled";

    static final String REVIEW_CAMPAIGN = "reviewCampaign";
    static final String SIGN_CAMPAIGN = "signCampaign";

    static final String OPENING = "opening";
    static final String DECISION = "campaignDecision";
    static final String SIGNED = "SIGNED";
    static final String SENT_BACK = "SENT_BACK";

    private CampaignBpmn() {}

    /** The process that runs a phase. */
    static String processOf(Phase phase) {
        return switch (phase) {
            case COLLECTION -> "data-collection";
            case SELF_ASSESSMENT -> "self-assessment";
            case AUDIT -> "audit";
            case ACTION_PLAN -> "action-plan";
            case FOLLOW_UP -> "follow-up";
        };
    }
}
