package org.capaccueil.organisation.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.capaccueil.organisation.TeamView;
import org.jspecify.annotations.Nullable;

record TeamForm(
        @NotBlank(message = "Donnez un code court à l'équipe, par exemple ACC-1.")
                @Size(max = 20, message = "Le code a 20 caractères au plus.")
                String code,
        @NotBlank(message = "Donnez un nom à l'équipe.") @Size(max = 120, message = "Le nom a 120 caractères au plus.")
                String name,
        @NotNull(message = "Indiquez le nombre de contacts par an ; une estimation suffit.")
                @Min(value = 0, message = "Le nombre de contacts ne peut pas être négatif.")
                @Max(value = 10_000_000, message = "Vérifiez ce nombre : il dépasse 10 millions de contacts par an.")
                @Nullable
                Integer yearlyContacts) {

    TeamForm {
        code = code == null ? "" : code.strip();
        name = name == null ? "" : name.strip();
    }

    static TeamForm empty() {
        return new TeamForm("", "", null);
    }

    static TeamForm of(TeamView team) {
        return new TeamForm(team.code(), team.name(), team.yearlyContacts());
    }

    int contacts() {
        return yearlyContacts == null ? 0 : yearlyContacts;
    }
}
