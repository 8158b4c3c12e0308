package org.capaccueil.indicator;

/** How often a series has a value. */
public enum Frequency {
    MONTH("chaque mois", 1),
    QUARTER("chaque trimestre", 3),
    YEAR("chaque année", 12);

    private final String title;
    private final int months;

    Frequency(String title, int months) {
        this.title = title;
        this.months = months;
    }

    public String title() {
        return title;
    }

    int months() {
        return months;
    }
}
