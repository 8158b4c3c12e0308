package org.capaccueil.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running process as its diagram shows it.
 *
 * @param name the process's name
 * @param xml the diagram
 * @param active where it is now
 * @param done the ids of the steps that are behind it
 * @param next the names of the steps people have to take next
 */
public record LiveDiagram(String name, String xml, List<ActiveStep> active, List<String> done, List<String> next) {

    /**
     * A step the process is at.
     *
     * @param since when it got there
     * @param waitingFor who is awaited, in words; null where the process waits for a date or works by itself
     */
    public record ActiveStep(String id, String name, Instant since, @Nullable String waitingFor) {}
}
