package org.capaccueil.campaign.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.capaccueil.shared.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

record ExtensionForm(
        @NotNull(message = "Choisissez la phase dont l'échéance est repoussée.") @Nullable Phase phase,
        @NotNull(message = "Donnez la nouvelle échéance.") @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
        @NotBlank(message = "Dites pourquoi l'échéance est repoussée : les équipes le liront.")
                @Size(max = 1000, message = "La raison a 1 000 caractères au plus.")
                String reason) {

    ExtensionForm {
        reason = reason == null ? "" : reason.strip();
    }

    static ExtensionForm empty(@Nullable Phase phase) {
        return new ExtensionForm(phase, null, "");
    }
}
