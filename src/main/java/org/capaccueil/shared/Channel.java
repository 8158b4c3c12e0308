package org.capaccueil.shared;

/** The ways a resident reaches the municipality. The order is the one pages and reports use. */
public enum Channel {
    COUNTER("counter", "Guichet"),
    PHONE("phone", "Téléphone"),
    DIGITAL("digital", "Numérique"),
    MAIL("mail", "Courrier"),
    OUTREACH("outreach", "Hors les murs");

    private final String code;
    private final String title;

    Channel(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The word standards files use. */
    public String code() {
        return code;
    }

    /** The word shown on pages and in reports. */
    public String title() {
        return title;
    }
}
