package org.capaccueil.improvement.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ImprovementActions extends JpaRepository<ImprovementAction, UUID> {

    List<ImprovementAction> findByEvaluationIdOrderByNumber(UUID evaluationId);

    List<ImprovementAction> findByEvaluationIdInOrderByNumber(Collection<UUID> evaluationIds);
}
