package org.capaccueil.organisation.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Role;

record PersonForm(
        @NotBlank(message = "Donnez le nom de la personne.")
                @Size(max = 120, message = "Le nom a 120 caractères au plus.")
                String name,
        @Email(message = "Cette adresse électronique n'est pas complète, par exemple prenom.nom@commune.fr.")
                @Size(max = 200, message = "L'adresse électronique a 200 caractères au plus.")
                String email,
        @NotBlank(message = "Indiquez la fonction : c'est elle qu'une signature nommera.")
                @Size(max = 120, message = "La fonction a 120 caractères au plus.")
                String capacity,
        Set<Role> roles) {

    /** What a quality manager may give; team roles come from the teams. */
    static final List<Role> OFFERED = List.of(Role.QUALITY_MANAGER, Role.AUDITOR, Role.LEADERSHIP);

    PersonForm {
        name = name == null ? "" : name.strip();
        email = email == null ? "" : email.strip();
        capacity = capacity == null ? "" : capacity.strip();
        // a choice that cannot be read arrives as null; the binding has noted the fault
        roles = roles == null
                ? Set.of()
                : roles.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    static PersonForm empty() {
        return new PersonForm("", "", "", Set.of());
    }

    static PersonForm of(PersonView person) {
        return new PersonForm(
                person.name(), person.email() == null ? "" : person.email(), person.capacity(), person.roles());
    }
}
