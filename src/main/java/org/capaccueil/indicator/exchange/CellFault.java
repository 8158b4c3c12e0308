package org.capaccueil.indicator.exchange;

/** A cell that says nothing usable; the message is a French sentence. */
public final class CellFault extends Exception {

    public CellFault(String sentence) {
        super(sentence, null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
