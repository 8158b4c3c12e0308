package org.capaccueil.organisation;

import java.time.LocalDate;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A substitution as it is asked for.
 *
 * @param substitute null as long as nobody is chosen
 * @param firstDay the first day of the absence in Europe/Paris
 * @param lastDay the last day, included: the rights end at midnight after it
 */
public record SubstitutionPlan(
        @Nullable PersonId substitute,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String reason) {

    public SubstitutionPlan {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }
}
