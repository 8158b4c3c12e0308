package org.capaccueil.mystery.domain;

/** What a score says against the target; nothing as long as it rests on too few visits. */
public enum Verdict {
    REACHED("Cible atteinte", "check-circle", "ok"),
    MISSED("Sous la cible", "alert", "warn"),
    SMALL_BASE("Base insuffisante", "info", "neutral");

    private final String title;
    private final String icon;
    private final String tone;

    Verdict(String title, String icon, String tone) {
        this.title = title;
        this.icon = icon;
        this.tone = tone;
    }

    public String title() {
        return title;
    }

    public String icon() {
        return icon;
    }

    public String tone() {
        return tone;
    }
}
