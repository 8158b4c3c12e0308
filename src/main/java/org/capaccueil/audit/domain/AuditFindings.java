package org.capaccueil.audit.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AuditFindings extends JpaRepository<AuditFinding, UUID> {

    List<AuditFinding> findByEvaluationIdOrderByNumber(UUID evaluation);

    List<AuditFinding> findByEvaluationIdInOrderByNumber(Collection<UUID> evaluations);
}
