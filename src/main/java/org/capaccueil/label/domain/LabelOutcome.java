package org.capaccueil.label.domain;

/** Which way a team's evaluation goes on after its label test. */
public enum LabelOutcome {
    REACHED,
    NOT_REACHED
}
