package org.capaccueil.campaign.web;

import org.capaccueil.shared.Phase;

/** Where each phase's pages are and which process runs it. */
final class PhaseRoutes {

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
