package org.capaccueil.tally.web;

import org.capaccueil.tally.domain.ChoiceKind;
import org.jspecify.annotations.Nullable;

/** A new subject or orientation, or other words for one. */
record ChoiceForm(@Nullable ChoiceKind kind, String code, String label) {

    ChoiceForm {
        code = code == null ? "" : code.strip();
        label = label == null ? "" : label.strip();
    }
}
