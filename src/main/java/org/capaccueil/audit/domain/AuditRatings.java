package org.capaccueil.audit.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.standard.Place;
import org.springframework.data.jpa.repository.JpaRepository;

interface AuditRatings extends JpaRepository<AuditRating, UUID> {

    List<AuditRating> findByEvaluationId(UUID evaluation);

    Optional<AuditRating> findByEvaluationIdAndCriterionAndPlace(UUID evaluation, String criterion, Place place);

    List<AuditRating> findByEvaluationIdIn(Collection<UUID> evaluations);
}
