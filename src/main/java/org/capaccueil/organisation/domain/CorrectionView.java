package org.capaccueil.organisation.domain;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.organisation.CorrectionItem;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A request for correction and what became of it.
 *
 * @param answer why it was declined, null otherwise
 */
public record CorrectionView(
        UUID id,
        PersonId person,
        CorrectionItem item,
        String wish,
        Instant askedAt,
        Status status,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    /** Where a request is. */
    public enum Status {
        OPEN("En attente"),
        MADE("Corrigé"),
        DECLINED("Refusé");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
