package org.capaccueil.shared;

import java.util.List;

/**
 * Somebody saved the same thing first. Carries both versions, so that the page shows them side by side and nobody's text
 * is lost.
 */
public final class ChangedMeanwhile extends BusinessRefusal {

    /**
     * One field as the other person saved it and as this person wanted it.
     *
     * @param label what the field is called on the page
     */
    public record Difference(String label, String saved, String yours) {}

    private final List<Difference> differences;

    public ChangedMeanwhile(String sentence, List<Difference> differences) {
        super(sentence);
        this.differences = List.copyOf(differences);
    }

    public List<Difference> differences() {
        return differences;
    }
}
