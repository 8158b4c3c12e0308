package org.capaccueil.indicator.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every fault of a file: all are counted, as many as somebody can read are kept. */
public final class TableFaults {

    private static final int MOST_KEPT = 1_000;

    private final List<TableFault> kept = new ArrayList<>();
    private int count;

    public void add(TableFault fault) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(fault);
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public int count() {
        return count;
    }

    /** In the order of their lines. */
    public List<TableFault> kept() {
        return kept.stream().sorted(Comparator.comparingInt(TableFault::line)).toList();
    }
}
