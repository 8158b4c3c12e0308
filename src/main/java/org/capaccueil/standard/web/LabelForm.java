package org.capaccueil.standard.web;

/** The number a new version takes. */
record LabelForm(String label) {

    LabelForm {
        label = label == null ? "" : label.strip();
    }
}
