package org.capaccueil.indicator.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Every fault of a file: all are counted, as many as somebody can read are kept. */
public final class TableFaults {

    private static final int MOST_KEPT = 1_000;

    private static final Comparator<TableFault> IN_PLACE = Comparator.comparingInt(TableFault::line)
            .thenComparing(
                    fault -> Objects.requireNonNullElse(fault.column(), ""),
                    Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

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

    /** In the order somebody reads them in the file. */
    public List<TableFault> kept() {
        return kept.stream().sorted(IN_PLACE).toList();
    }
}
