package org.capaccueil.shared;

/** What a person may be in a commune, besides member or lead of a reception team. */
public enum Role {
    QUALITY_MANAGER("Référent qualité"),
    TEAM_LEAD("Responsable d'équipe"),
    AGENT("Agent d'accueil"),
    AUDITOR("Auditeur"),
    LEADERSHIP("Direction"),
    OBSERVER("Observateur métropolitain"),
    OPERATOR("Exploitant");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** The word shown on pages and in reports. */
    public String title() {
        return title;
    }
}
