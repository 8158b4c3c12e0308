package org.capaccueil.indicator.process;

/** The names this room shares with late-series.bpmn. */
final class LateSeriesBpmn {

    static final String PROCESS = "late-series";

    private LateSeriesBpmn() {}
}
