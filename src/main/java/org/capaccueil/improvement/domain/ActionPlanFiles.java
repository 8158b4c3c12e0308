package org.capaccueil.improvement.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ActionPlanFiles extends JpaRepository<ActionPlan, UUID> {

    /** For saving one action: many at once, none while the plan changes hands. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select p from ActionPlan p where p.evaluationId = :evaluation")
    Optional<ActionPlan> share(UUID evaluation);

    /** For handing the plan over: what is read afterwards is what is handed over. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from ActionPlan p where p.evaluationId = :evaluation")
    Optional<ActionPlan> lock(UUID evaluation);
}
