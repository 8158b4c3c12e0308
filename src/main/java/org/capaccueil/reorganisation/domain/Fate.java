package org.capaccueil.reorganisation.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.jspecify.annotations.Nullable;

/**
 * What the quality manager decides about the evaluations of a team that is no more. Those that are not stopped go on to
 * their end.
 *
 * @param on the day it happened
 * @param answersNext who answers for the organisation in place of a stopped evaluation
 * @param seen what the page said was touched, so that nobody decides on something else
 */
public record Fate(
        @Nullable LocalDate on,
        String reason,
        Set<EvaluationId> stopped,
        Map<EvaluationId, EvaluationId> answersNext,
        String seen) {

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
