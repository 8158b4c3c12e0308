package org.capaccueil.organisation;

/** What stands in the tree of organisations. */
public enum OrganisationKind {
    METROPOLE("Métropole"),
    COMMUNE("Commune");

    private final String title;

    OrganisationKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
