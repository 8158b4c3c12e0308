package org.capaccueil.audit.domain;

/** What became of a finding after the team's reply. */
public enum Treatment {
    MAINTAINED("Constat maintenu"),
    AMENDED("Constat modifié"),
    WITHDRAWN("Constat retiré");

    private final String title;

    Treatment(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
