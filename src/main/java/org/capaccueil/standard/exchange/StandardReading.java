package org.capaccueil.standard.exchange;

import java.util.List;
import org.capaccueil.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * What reading a file gave.
 *
 * @param standard null when the file is too far from a standard to say what it holds
 * @param faults everything that is wrong with it; a file with one is not taken
 * @param notices what was filled in where the file said nothing
 */
public record StandardReading(@Nullable Standard standard, List<Fault> faults, List<String> notices) {

    static StandardReading refused(Fault fault) {
        return new StandardReading(null, List.of(fault), List.of());
    }

    public boolean isSound() {
        return standard != null && faults.isEmpty();
    }
}
