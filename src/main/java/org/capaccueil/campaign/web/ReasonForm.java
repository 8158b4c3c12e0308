package org.capaccueil.campaign.web;

import jakarta.validation.constraints.Size;

/** A reason; whether one is needed, and how it is asked for, is the use case's to say. */
record ReasonForm(@Size(max = 1000, message = "La raison a 1 000 caractères au plus.") String reason) {

    ReasonForm {
        reason = reason == null ? "" : reason.strip();
    }

    static ReasonForm empty() {
        return new ReasonForm("");
    }
}
