package org.capaccueil.standard.exchange;

/**
 * One part of one standard.
 *
 * @param code empty for a part a standard has once
 */
public record PartId(Part part, String code) {

    /** « critère ACC-1 ». */
    public String title() {
        return code.isEmpty() ? part.title() : part.title() + " " + code;
    }
}
