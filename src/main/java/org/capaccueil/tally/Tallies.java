package org.capaccueil.tally;

import java.time.LocalDate;

/** What other rooms may ask of the tally. */
public interface Tallies {

    /**
     * Deletes the notes of contacts of before this day, in every commune, and the marks of undone ones that cannot come
     * again; the contacts stay counted.
     *
     * @return how many notes
     */
    int forgetNotesBefore(LocalDate day);
}
