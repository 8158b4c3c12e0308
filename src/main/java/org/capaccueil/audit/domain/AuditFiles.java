package org.capaccueil.audit.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AuditFiles extends JpaRepository<Audit, UUID> {

    /** Everything that changes an audit holds its row: a rating and the conclusion never pass each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Audit a where a.evaluationId = :evaluation")
    Optional<Audit> lock(UUID evaluation);

    List<Audit> findByAuditorIdIn(Collection<UUID> auditors);

    boolean existsByEvaluationIdInAndAuditorId(Collection<UUID> evaluations, UUID auditor);

    /** Asked before the row is locked, so it must not load it. */
    boolean existsByEvaluationIdAndAuditorId(UUID evaluation, UUID auditor);

    List<Audit> findByAuditorId(UUID auditor);
}
