package org.capaccueil.mystery.domain;

/** How an item is noted: by points that make the score, or by a quantity that is only kept. */
public enum Measure {
    POINTS("Points", "points"),
    MINUTES("Minutes d'attente", "min"),
    RINGS("Sonneries", "sonneries"),
    DAYS("Jours ouvrés", "jours ouvrés");

    private final String title;
    private final String unit;

    Measure(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }
}
