package org.capaccueil.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;

/** What other rooms may ask about a team's audit. */
public interface Audits {

    /** Where an audit is in its life. */
    enum Status {
        /** No auditor yet. */
        TO_ASSIGN("Auditeur à désigner"),
        /** The auditor has declared a link with the team; the quality manager says whether they may go on. */
        LINK_DECLARED("Lien déclaré, à examiner"),
        /** The auditor visits, rates and records findings. */
        ON_SITE("En cours"),
        /** The draft is with the team for its reply. */
        RIGHT_OF_REPLY("Phase contradictoire"),
        /** The auditor answers the replies and concludes. */
        FINALISING("Rapport final en rédaction"),
        /** The final report is out; never changes again. */
        CLOSED("Rendu");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What kind of finding it is. */
    enum FindingKind {
        STRENGTH("Point fort"),
        OPPORTUNITY("Piste d'amélioration"),
        MINOR("Non-conformité mineure"),
        MAJOR("Non-conformité majeure");

        private final String title;

        FindingKind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public boolean isNonconformity() {
            return this == MINOR || this == MAJOR;
        }
    }

    /**
     * The state of an audit.
     *
     * @param visitedOn the day on site, null until planned
     * @param independenceDeclaredAt when the auditor declared to have no tie with the team
     * @param repliedAt when the team sent its reply to the draft, null when it let the time pass
     * @param conclusion the auditor's summary, null until given
     */
    record Summary(
            Status status,
            @Nullable PersonId auditor,
            @Nullable LocalDate visitedOn,
            @Nullable Instant independenceDeclaredAt,
            @Nullable Instant draftAt,
            @Nullable Instant repliedAt,
            @Nullable Instant closedAt,
            @Nullable String conclusion) {}

    /**
     * An auditor's signed declaration of independence.
     *
     * @param name the name and the capacity as they were that day
     * @param textVersion which wording was signed; 0 is a box ticked before there was one
     * @param link what ties the auditor to the team all the same, in their words; null when nothing does
     * @param judgement what became of the declared link
     */
    record Declaration(
            PersonId auditor,
            String name,
            String capacity,
            int textVersion,
            String text,
            @Nullable String link,
            Instant signedAt,
            @Nullable Judgement judgement) {}

    /** Whether an auditor with a declared link goes on, who said so, in which capacity, and why. */
    record Judgement(boolean kept, String name, String capacity, Instant at, String reason) {}

    /** One rating of the auditor. */
    record Rating(String criterion, Place place, Grade grade, @Nullable String comment) {}

    /**
     * A finding.
     *
     * @param number 1, 2, 3 … in the audit, as people quote it
     * @param basis the evidence and method it rests on
     * @param reply the team's words, null when it did not reply
     * @param treatment how the auditor took the reply into account
     */
    record Finding(
            UUID id,
            int number,
            FindingKind kind,
            String criterion,
            Place place,
            String text,
            String basis,
            @Nullable String reply,
            @Nullable String treatment) {}

    Optional<Summary> summary(EvaluationId evaluation);

    /** Every declaration that was signed for this audit, oldest first: also those of auditors who were replaced. */
    List<Declaration> declarations(EvaluationId evaluation);

    /** In the standard's order; criteria not rated are absent. */
    List<Rating> ratings(EvaluationId evaluation);

    /** Those that stand, by number. */
    List<Finding> findings(EvaluationId evaluation);

    /** Those the auditor withdrew after the team's reply, by number: a report says so, nobody has to act on them. */
    List<Finding> withdrawnFindings(EvaluationId evaluation);

    /** For pages over many evaluations; those without one are absent. */
    default Map<EvaluationId, Summary> summaries(Collection<EvaluationId> evaluations) {
        return evaluations.stream()
                .distinct()
                .filter(id -> summary(id).isPresent())
                .collect(Collectors.toMap(Function.identity(), id -> summary(id).orElseThrow()));
    }

    /** For pages over many evaluations; an evaluation without ratings has an empty list. In no particular order. */
    default Map<EvaluationId, List<Rating>> ratingsOf(Collection<EvaluationId> evaluations) {
        return evaluations.stream().distinct().collect(Collectors.toMap(Function.identity(), this::ratings));
    }

    /** For pages over many evaluations; an evaluation without findings has an empty list. */
    default Map<EvaluationId, List<Finding>> findingsOf(Collection<EvaluationId> evaluations) {
        return evaluations.stream().distinct().collect(Collectors.toMap(Function.identity(), this::findings));
    }
}
