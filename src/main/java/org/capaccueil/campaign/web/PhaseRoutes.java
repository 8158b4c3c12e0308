package org.capaccueil.campaign.web;

import org.capaccueil.shared.Phase;

/** Where each phase's pages are and which process runs it, and what of the team's process a page names. */
final class PhaseRoutes {

    static final String TEAM_PROCESS = "team-evaluation";

    /** Where a team's process waits for the audit of the team that answers for the organisation. */
    static final String ORGANISATION_AWAITED = "organisationAwaited";

    private PhaseRoutes() {}

    static String pageOf(Phase phase) {
        return switch (phase) {
            case COLLECTION -> "/collection";
            case SELF_ASSESSMENT -> "/self-assessment";
            case AUDIT -> "/audit";
            // the plan's page is where its actions are followed, too
            case ACTION_PLAN, FOLLOW_UP -> "/plan";
        };
    }

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
