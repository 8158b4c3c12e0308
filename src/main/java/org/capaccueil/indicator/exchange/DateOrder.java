package org.capaccueil.indicator.exchange;

/** In which order a file writes its dates. */
public enum DateOrder {
    YEAR_FIRST("année, mois, jour : 2027-03-12"),
    DAY_FIRST("jour, mois, année : 12/03/2027"),
    MONTH_FIRST("mois, jour, année : 03/12/2027");

    private final String title;

    DateOrder(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
