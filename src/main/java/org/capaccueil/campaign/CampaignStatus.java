package org.capaccueil.campaign;

/** Where a campaign is in its life. */
public enum CampaignStatus {
    /** Being prepared: everything may change, nobody is asked anything yet. */
    DRAFT("En préparation"),
    /** Launched; the teams' evaluations are being opened. Content is frozen. */
    OPENING("Ouverture en cours"),
    /** Teams are at work. */
    RUNNING("En cours"),
    /** Teams are done or out of time; results are being read and signed. */
    CONSOLIDATION("Consolidation"),
    /** Results are signed and published. */
    CLOSED("Terminée"),
    /** Stopped for a reason; what was entered is kept. */
    CANCELLED("Annulée");

    private final String title;

    CampaignStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean isLive() {
        return this == OPENING || this == RUNNING || this == CONSOLIDATION;
    }
}
