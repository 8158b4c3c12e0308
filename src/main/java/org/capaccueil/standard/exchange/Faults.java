package org.capaccueil.standard.exchange;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, calling each value what its reader knows it by: a file's author its key, others its title. */
final class Faults {

    /** As many as somebody reads. */
    private static final int MOST = 200;

    private final List<Fault> all = new ArrayList<>();
    private final boolean byKey;
    private final int most;
    private int more;

    private Faults(boolean byKey, int most) {
        this.byKey = byKey;
        this.most = most;
    }

    /** For somebody who wrote the keys: « weight ». */
    static Faults byKey() {
        return new Faults(true, MOST);
    }

    /** For somebody who sees a sheet or a page: « Pondération ». */
    static Faults byTitle() {
        return new Faults(false, MOST);
    }

    /** For a page that looks for those of one part among all. */
    static Faults ofEveryPart() {
        return new Faults(false, Integer.MAX_VALUE);
    }

    boolean areByKey() {
        return byKey;
    }

    void add(String at, String key, String owner, String complaint) {
        add(new Fault(at, key, byKey ? key : FieldNames.title(key), owner, complaint));
    }

    void add(Fault fault) {
        if (all.size() < most) {
            all.add(fault);
        } else {
            more++;
        }
    }

    /** Every one that was kept. */
    List<Fault> every() {
        return List.copyOf(all);
    }

    /** Those kept, and how many more there are. */
    List<Fault> shown() {
        if (more == 0) {
            return every();
        }
        List<Fault> some = new ArrayList<>(all);
        some.add(Fault.ofFile(more == 1 ? "Et une autre faute." : "Et " + more + " autres fautes."));
        return some;
    }
}
