package org.capaccueil.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.capaccueil.organisation.CorrectionItem;
import org.jspecify.annotations.Nullable;

record CorrectionForm(
        @NotNull(message = "Choisissez ce qui est à corriger.") @Nullable CorrectionItem item,
        @NotBlank(message = "Dites ce qui est à corriger, et comment ce doit être écrit.")
                @Size(max = 1000, message = "Votre demande a 1 000 caractères au plus.")
                String wish) {

    CorrectionForm {
        wish = wish == null ? "" : wish.strip();
    }
}
