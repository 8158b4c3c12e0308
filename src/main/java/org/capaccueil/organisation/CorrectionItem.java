package org.capaccueil.organisation;

/** What of the register a person may ask to have corrected. */
public enum CorrectionItem {
    NAME("Prénom et nom"),
    EMAIL("Adresse électronique"),
    CAPACITY("Fonction");

    private final String title;

    CorrectionItem(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** What the register says now; empty when it says nothing. */
    public String of(PersonView person) {
        return switch (this) {
            case NAME -> person.name();
            case EMAIL -> person.email() == null ? "" : person.email();
            case CAPACITY -> person.capacity();
        };
    }
}
