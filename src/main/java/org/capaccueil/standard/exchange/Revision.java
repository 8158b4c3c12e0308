package org.capaccueil.standard.exchange;

import java.util.List;
import org.capaccueil.standard.Standard;

/**
 * A standard as it would be with one part filled in anew.
 *
 * @param faults what is wrong with that part; with one, the revision is not to be kept. What other parts still lack does
 *     not count: a draft may be unfinished
 */
public record Revision(Standard standard, List<PartFault> faults) {

    /**
     * Something wrong with one value of a part.
     *
     * @param field its path in the part: « weight », « levels[2].points »; empty when it is about the part as a whole
     */
    public record PartFault(String field, String sentence) {}

    public boolean isSound() {
        return faults.isEmpty();
    }
}
