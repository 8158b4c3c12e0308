package org.capaccueil.reorganisation.domain;

import java.time.LocalDate;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/**
 * When and why a team changes, as the quality manager says it.
 *
 * @param on the day it happened
 * @param seen what the page said was touched, so that nobody decides on something else
 */
public record Occasion(@Nullable LocalDate on, String reason, String seen) {

    private static final int MAX_REASON = 500;

    LocalDate day(LocalDate today) {
        if (on == null) {
            throw new BusinessRefusal("on", "Indiquez la date du changement.");
        }
        if (on.isAfter(today)) {
            throw new BusinessRefusal(
                    "on", "Cette date est à venir. Faites ce changement le jour venu : il prend effet aussitôt.");
        }
        return on;
    }

    String why() {
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites pourquoi : les équipes et les rapports le diront aussi.");
        }
        if (reason.strip().length() > MAX_REASON) {
            throw new BusinessRefusal("reason", "La raison a " + MAX_REASON + " caractères au plus. Raccourcissez-la.");
        }
        return reason.strip();
    }
}
