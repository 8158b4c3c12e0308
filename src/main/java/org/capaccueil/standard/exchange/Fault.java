package org.capaccueil.standard.exchange;

/**
 * Something in a file that keeps it from being a standard.
 *
 * @param at « ligne 12 » or « feuille Critères, cellule D7 »; empty when it is about the whole file
 * @param sentence what is wrong and what to do
 */
public record Fault(String at, String sentence) {

    static Fault ofFile(String sentence) {
        return new Fault("", sentence);
    }

    @Override
    public String toString() {
        return at.isEmpty() ? sentence : Character.toUpperCase(at.charAt(0)) + at.substring(1) + " : " + sentence;
    }
}
