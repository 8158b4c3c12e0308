package org.capaccueil.label.process;

/** The name this room shares with team-evaluation.bpmn. */
final class LabelBpmn {

    static final String OUTCOME = "labelOutcome";

    private LabelBpmn() {}
}
