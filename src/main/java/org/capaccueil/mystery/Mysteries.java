package org.capaccueil.mystery;

import java.time.Instant;

/** What other rooms may ask of mystery evaluations. */
public interface Mysteries {

    /**
     * Deletes what observers remarked in waves that were opened before this moment, or were never opened and ended before
     * it; scores stay.
     *
     * @return how many remarks
     */
    int forgetRemarksOfWavesOpenedBefore(Instant moment);
}
