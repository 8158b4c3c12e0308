package org.capaccueil.survey.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a questionnaire in a list.
 *
 * @param family what all versions of the same questionnaire share
 * @param version what a form that changes it has to give back
 */
public record QuestionnaireView(
        UUID id,
        UUID family,
        int edition,
        String title,
        QuestionnaireStatus status,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBecause,
        long version) {

    public boolean isDraft() {
        return status == QuestionnaireStatus.DRAFT;
    }

    public boolean isPublished() {
        return status == QuestionnaireStatus.PUBLISHED;
    }

    /** « Votre avis sur l'accueil, version 2 ». */
    public String fullTitle() {
        return title + ", version " + edition;
    }
}
