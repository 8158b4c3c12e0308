package org.capaccueil.standard;

/** The levels of the label, lowest first. */
public enum LabelLevel {
    BRONZE("bronze", "Bronze"),
    SILVER("silver", "Argent"),
    GOLD("gold", "Or");

    private final String code;
    private final String title;

    LabelLevel(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
