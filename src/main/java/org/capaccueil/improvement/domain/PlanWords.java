package org.capaccueil.improvement.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How the trail and refusals write a date. */
final class PlanWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private PlanWords() {}

    static String day(@Nullable LocalDate date) {
        return date == null ? "" : date.format(DAY);
    }
}
