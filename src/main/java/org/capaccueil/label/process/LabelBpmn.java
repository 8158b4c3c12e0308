package org.capaccueil.label.process;

/** The names this room shares with team-evaluation.bpmn. */
final class LabelBpmn {

    static final String ORGANISATION_NEWS = "OrganisationNews";

    static final String ORGANISATION_ANSWERS = "organisationAnswers";
    static final String OUTCOME = "labelOutcome";

    private LabelBpmn() {}
}
