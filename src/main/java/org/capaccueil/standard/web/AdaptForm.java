package org.capaccueil.standard.web;

/** The identity an adapted copy takes. */
record AdaptForm(String code, String label, String title) {

    AdaptForm {
        code = code == null ? "" : code.strip();
        label = label == null ? "" : label.strip();
        title = title == null ? "" : title.strip();
    }
}
