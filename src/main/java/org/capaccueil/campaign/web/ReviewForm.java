package org.capaccueil.campaign.web;

import jakarta.validation.constraints.Size;

record ReviewForm(@Size(max = 5000, message = "La note a 5 000 caractères au plus : gardez l'essentiel.") String note) {

    ReviewForm {
        note = note == null ? "" : note.strip();
    }
}
