package org.capaccueil.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Channel;

record PointForm(
        @NotBlank(message = "Donnez un nom au point d'accueil, par exemple Hôtel de ville.")
                @Size(max = 120, message = "Le nom a 120 caractères au plus.")
                String name,
        @NotBlank(message = "Indiquez où les habitants trouvent ce point : une adresse, un numéro ou un site.")
                @Size(max = 300, message = "L'adresse a 300 caractères au plus.")
                String address,
        @NotEmpty(message = "Choisissez au moins un canal pour ce point d'accueil.") Set<Channel> channels) {

    PointForm {
        name = name == null ? "" : name.strip();
        address = address == null ? "" : address.strip();
        // a choice that cannot be read arrives as null; the binding has noted the fault
        channels = channels == null
                ? Set.of()
                : channels.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    static PointForm empty() {
        return new PointForm("", "", Set.of());
    }

    static PointForm of(PointView point) {
        return new PointForm(point.name(), point.address(), point.channels());
    }
}
