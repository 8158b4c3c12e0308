package org.capaccueil.organisation;

import java.time.Instant;
import java.time.LocalDate;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who left.
 *
 * @param anonymisedAt since when nothing names the person any more, null while the period runs
 */
public record DepartedView(
        PersonId id, CommuneId commune, String name, LocalDate leftOn, @Nullable Instant anonymisedAt) {}
