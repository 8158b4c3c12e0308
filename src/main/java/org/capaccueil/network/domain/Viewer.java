package org.capaccueil.network.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.capaccueil.shared.CommuneId;

/**
 * Who reads an aggregate, with what they know of the communes in it already: their own figures, and those of communes
 * that agreed to be named.
 */
record Viewer(CommuneId commune, Set<CommuneId> named) {

    /** Fewer communes are nobody's aggregate. */
    static final int FEWEST = 2;

    /** Whether a figure over these stands on enough communes besides the reader's own, which could be subtracted. */
    boolean maySeeMeanOf(Collection<CommuneId> communes) {
        return others(communes).size() >= FEWEST;
    }

    /** Whether naming those that agreed would leave exactly one whose figure the mean gives away. */
    boolean maySeeNamesIn(Collection<CommuneId> communes) {
        Set<CommuneId> hidden = others(communes);
        hidden.removeAll(named);
        return maySeeMeanOf(communes) && hidden.size() != 1;
    }

    private Set<CommuneId> others(Collection<CommuneId> communes) {
        Set<CommuneId> others = new HashSet<>(communes);
        others.remove(commune);
        return others;
    }
}
