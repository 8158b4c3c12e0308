package org.capaccueil.improvement;

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
import org.jspecify.annotations.Nullable;

/** What other rooms may ask about a team's action plan and its actions. */
public interface ActionPlans {

    /** Where a plan is in its life. */
    enum PlanStatus {
        /** The team proposes actions. */
        PROPOSING("En proposition"),
        /** The quality manager reads. */
        IN_REVIEW("En relecture"),
        /** Printed; leadership signs or sends back. */
        TO_SIGN("À signer"),
        /** Signed; the plan as signed never changes again. */
        SIGNED("Signé");

        private final String title;

        PlanStatus(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Where an action is in its life. */
    enum ActionStatus {
        PROPOSED("Proposée"),
        IN_PROGRESS("En cours"),
        DONE("Réalisée, à vérifier"),
        EFFECTIVE("Efficace"),
        ABANDONED("Abandonnée");

        private final String title;

        ActionStatus(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public boolean hasEnded() {
            return this == EFFECTIVE || this == ABANDONED;
        }
    }

    /**
     * Who signed what: name and capacity as they were, and the checksum of the exact PDF.
     *
     * @param report the stored report that was signed
     * @param edition which version of the plan it is: 2 after it was sent back once
     */
    record Signature(
            PersonId person, String name, String capacity, Instant at, UUID report, String sha256, int edition) {}

    /** The state of a plan. */
    record Summary(PlanStatus status, @Nullable Signature signature) {}

    /**
     * An action. As long as it is only proposed, its texts may be empty and its owner and dates missing.
     *
     * @param finding the finding it answers, null when the team added it on its own
     * @param progress 0 to 100 %
     * @param reviewDate from this day its effectiveness can be judged
     * @param endedAt when it was found effective or abandoned, null before
     * @param reopened how many times it was judged not effective
     */
    record Action(
            UUID id,
            EvaluationId evaluation,
            int number,
            @Nullable UUID finding,
            String criterion,
            String title,
            String cause,
            String expectedEffect,
            @Nullable PersonId owner,
            @Nullable LocalDate due,
            @Nullable LocalDate reviewDate,
            ActionStatus status,
            int progress,
            @Nullable String progressNote,
            @Nullable String effectivenessNote,
            @Nullable Instant endedAt,
            int reopened) {}

    Optional<Summary> summary(EvaluationId evaluation);

    /** By number. */
    List<Action> actions(EvaluationId evaluation);

    /** For pages over many evaluations; those without one are absent. */
    default Map<EvaluationId, Summary> summaries(Collection<EvaluationId> evaluations) {
        return evaluations.stream()
                .distinct()
                .filter(id -> summary(id).isPresent())
                .collect(Collectors.toMap(Function.identity(), id -> summary(id).orElseThrow()));
    }

    /** For pages over many evaluations; an evaluation without actions has an empty list. */
    default Map<EvaluationId, List<Action>> actionsOf(Collection<EvaluationId> evaluations) {
        return evaluations.stream().distinct().collect(Collectors.toMap(Function.identity(), this::actions));
    }
}
