package org.capaccueil.organisation.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.OrganisationKind;
import org.capaccueil.organisation.domain.OrganisationTree.Description;
import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;

record OrganisationForm(
        @NotNull(message = "Dites s'il s'agit d'une commune ou d'une métropole.") OrganisationKind kind,
        @NotBlank(message = "Donnez son nom à l'organisation.")
                @Size(max = 120, message = "Le nom a 120 caractères au plus.")
                String name,
        @Pattern(
                        regexp = "[0-9][0-9AB][0-9]{3}|[0-9]{9}",
                        message = "Donnez le code INSEE de la commune (5 caractères, par exemple 38317) "
                                + "ou le SIREN de la métropole (9 chiffres).")
                String code,
        @NotNull(message = "Indiquez le nombre d'habitants ; une estimation suffit.")
                @Min(value = 1, message = "Le nombre d'habitants commence à 1.")
                @Max(value = 20_000_000, message = "Vérifiez ce nombre : il dépasse 20 millions d'habitants.")
                @Nullable
                Integer population,
        @Nullable CommuneId parent) {

    OrganisationForm {
        // what cannot be read arrives as null; the binding has noted the fault
        kind = kind == null ? OrganisationKind.COMMUNE : kind;
        name = name == null ? "" : name.strip();
        code = code == null ? "" : code.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    static OrganisationForm empty() {
        return new OrganisationForm(OrganisationKind.COMMUNE, "", "", null, null);
    }

    static OrganisationForm of(CommuneView saved) {
        return new OrganisationForm(saved.kind(), saved.name(), saved.code(), saved.population(), saved.parent());
    }

    Description description() {
        return new Description(name, code, population == null ? 0 : population, parent);
    }
}
