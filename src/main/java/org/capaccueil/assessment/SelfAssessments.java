package org.capaccueil.assessment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;

/** What other rooms may ask about a team's self-assessment. */
public interface SelfAssessments {

    /** Where a self-assessment is in its life. */
    enum Status {
        /** The team rates one sheet together. */
        OPEN("En cours"),
        /** Each member rates a sheet of their own, hidden from everybody else. */
        INDIVIDUAL("Cotations individuelles"),
        /** The members compare what each has rated and agree. */
        CONSENSUS("Mise en commun"),
        /** The lead has submitted; the quality manager reads. Nothing changes meanwhile. */
        SUBMITTED("Soumise"),
        /** Accepted by the quality manager; never changes again. */
        CLOSED("Figée");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * The state of a self-assessment.
     *
     * @param participants everybody who rated, together or alone, or gave evidence
     */
    record Summary(
            Status status,
            int answered,
            int expected,
            @Nullable PersonId submittedBy,
            @Nullable Instant submittedAt,
            List<PersonId> participants) {}

    /**
     * One rating of the team.
     *
     * @param comment the team's comment, or why it agreed on this grade where its members had first rated alone
     */
    record Rating(String criterion, Place place, Grade grade, @Nullable String comment) {}

    /**
     * A piece of evidence: a file kept here, or a link.
     *
     * @param link null for a file
     * @param sha256 null for a link
     */
    record Evidence(
            UUID id,
            String criterion,
            String title,
            @Nullable String link,
            @Nullable String sha256,
            long size,
            PersonId addedBy,
            Instant addedAt) {}

    /** A file's content. */
    record EvidenceFile(String name, String contentType, byte[] bytes) {}

    Optional<Summary> summary(EvaluationId evaluation);

    /** In the standard's order; criteria not rated are absent. */
    List<Rating> ratings(EvaluationId evaluation);

    List<Evidence> evidence(EvaluationId evaluation);

    /** The content of a piece of evidence, for those who may see its evaluation. */
    EvidenceFile evidenceFile(Actor actor, EvaluationId evaluation, UUID piece);

    /** For pages over many evaluations; an evaluation without ratings has an empty list. In no particular order. */
    default Map<EvaluationId, List<Rating>> ratingsOf(Collection<EvaluationId> evaluations) {
        return evaluations.stream().distinct().collect(Collectors.toMap(Function.identity(), this::ratings));
    }
}
