package org.capaccueil.workflow;

import java.time.Instant;
import java.util.UUID;

/** Tells a process its dates. The room that owns the dates implements it, one for each of its processes. */
public interface ProcessCalendar {

    /** The process whose dates these are. */
    String processKey();

    /**
     * A date of the process of this business key.
     *
     * @throws IllegalArgumentException when the process has no such date
     */
    Instant moment(Moment which, UUID businessKey);
}
