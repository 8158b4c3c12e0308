package org.capaccueil.mystery.domain;

/** Where a wave is: until it is opened nobody sees a result. */
public enum WaveStatus {
    PREPARED("En préparation"),
    UNDERWAY("En cours, sous scellé"),
    OPENED("Résultats ouverts");

    private final String title;

    WaveStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
