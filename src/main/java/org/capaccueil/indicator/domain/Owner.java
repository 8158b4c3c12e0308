package org.capaccueil.indicator.domain;

import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.jspecify.annotations.Nullable;

/** Who sees to it that a series has its values: a person, or whoever leads the team, or the quality manager. */
public record Owner(@Nullable PersonId person, @Nullable Role role) {

    static final Owner TEAM_LEAD = new Owner(null, Role.TEAM_LEAD);

    /** Reads what {@link #word} wrote. */
    public static Owner of(@Nullable String word) {
        if (word == null || word.isBlank()) {
            throw new BusinessRefusal("owner", "Dites qui veille à ce que les valeurs arrivent.");
        }
        if (word.equals(Role.TEAM_LEAD.name()) || word.equals(Role.QUALITY_MANAGER.name())) {
            return new Owner(null, Role.valueOf(word));
        }
        return new Owner(PersonId.of(word), null);
    }

    public String word() {
        return person != null ? person.toString() : role == null ? "" : role.name();
    }

    @Nullable
    UUID personOrNull() {
        return person == null ? null : person.value();
    }
}
