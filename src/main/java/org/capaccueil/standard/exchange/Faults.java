package org.capaccueil.standard.exchange;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, calling each value what its reader knows it by: a file's author its key, others its title. */
final class Faults {

    private static final int MOST = 200;

    private final List<Fault> all = new ArrayList<>();
    private final boolean byKey;

    private Faults(boolean byKey) {
        this.byKey = byKey;
    }

    /** For somebody who wrote the keys: « weight ». */
    static Faults byKey() {
        return new Faults(true);
    }

    /** For somebody who sees a sheet or a page: « Pondération ». */
    static Faults byTitle() {
        return new Faults(false);
    }

    boolean areByKey() {
        return byKey;
    }

    void add(String at, String key, String owner, String complaint) {
        all.add(new Fault(at, key, byKey ? key : FieldNames.title(key), owner, complaint));
    }

    void add(Fault fault) {
        all.add(fault);
    }

    /** Every one of them. */
    List<Fault> every() {
        return List.copyOf(all);
    }

    /** As many as somebody reads. */
    List<Fault> shown() {
        if (all.size() <= MOST) {
            return every();
        }
        List<Fault> some = new ArrayList<>(all.subList(0, MOST));
        some.add(Fault.ofFile("Et " + (all.size() - MOST) + " autres fautes."));
        return some;
    }
}
