package org.capaccueil.indicator.domain;

import java.util.List;
import org.capaccueil.indicator.exchange.TableFault;
import org.capaccueil.indicator.exchange.TableFaults;
import org.capaccueil.shared.BusinessRefusal;

/** What a program sent is refused as a whole; says everything that is wrong with it. */
public final class RefusedBatch extends BusinessRefusal {

    private final transient List<TableFault> faults;

    RefusedBatch(TableFaults faults) {
        super(
                faults.count() == 1
                        ? "Un élément est refusé : rien n'est enregistré."
                        : faults.count() + " fautes : rien n'est enregistré.");
        this.faults = faults.kept();
    }

    /** With the number of the element, from 1, as line; the first {@code TableFaults} keeps. */
    public List<TableFault> faults() {
        return faults;
    }
}
