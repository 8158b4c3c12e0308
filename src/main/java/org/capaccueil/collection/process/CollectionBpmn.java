package org.capaccueil.collection.process;

/** The names this room shares with data-collection.bpmn. */
final class CollectionBpmn {

    static final String PROCESS = "data-collection";
    static final String MEASURE_INDICATORS = "measureIndicators";

    private CollectionBpmn() {}
}
