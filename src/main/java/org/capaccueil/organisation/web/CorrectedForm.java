package org.capaccueil.organisation.web;

/** The corrected text of one entry; its rules are those of the whole {@link PersonForm}. */
record CorrectedForm(String value) {

    CorrectedForm {
        value = value == null ? "" : value.strip();
    }
}
