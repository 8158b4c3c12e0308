package org.capaccueil.standard.web;

import jakarta.validation.constraints.Size;

/** Why a version is withdrawn; that a reason is needed is the use case's to say. */
record WithdrawalForm(@Size(max = 1000, message = "La raison a 1 000 caractères au plus.") String reason) {

    WithdrawalForm {
        reason = reason == null ? "" : reason.strip();
    }
}
