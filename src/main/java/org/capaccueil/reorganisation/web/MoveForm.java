package org.capaccueil.reorganisation.web;

import java.time.LocalDate;
import org.capaccueil.reorganisation.domain.Occasion;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * How a member moves to another team.
 *
 * @param lead whether they lead it
 * @param seen what the page said is touched
 */
record MoveForm(
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on, String reason, String seen, @Nullable Boolean lead) {

    MoveForm {
        reason = reason == null ? "" : reason.strip();
        seen = seen == null ? "" : seen;
        lead = Boolean.TRUE.equals(lead);
    }

    Occasion occasion() {
        return new Occasion(on, reason, seen);
    }
}
