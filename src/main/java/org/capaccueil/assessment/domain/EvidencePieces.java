package org.capaccueil.assessment.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface EvidencePieces extends JpaRepository<Evidence, UUID> {

    List<Evidence> findByEvaluationIdOrderByAddedAt(UUID evaluation);

    long countByEvaluationIdAndCriterion(UUID evaluation, String criterion);
}
