package org.capaccueil.organisation.web;

record ReasonForm(String reason) {

    ReasonForm {
        reason = reason == null ? "" : reason.strip();
    }
}
