package org.capaccueil.improvement.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PlanPrints extends JpaRepository<PlanPrint, UUID> {

    List<PlanPrint> findByEvaluationIdOrderByPrintedAt(UUID evaluationId);
}
