package org.capaccueil.standard.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a version is shared; that a reason is needed is the use case's to say. */
record SharingForm(@Size(max = 1000, message = "La raison a 1 000 caractères au plus.") String why) {

    SharingForm(@Nullable String why) {
        this.why = why == null ? "" : why.strip();
    }
}
