package org.capaccueil.organisation.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capaccueil.organisation.CorrectionItem;
import org.capaccueil.organisation.domain.CorrectionView.Status;
import org.springframework.data.jpa.repository.JpaRepository;

interface CorrectionRequests extends JpaRepository<CorrectionRequest, UUID> {

    List<CorrectionRequest> findByCommuneIdAndStatusOrderByAskedAt(UUID communeId, Status status);

    List<CorrectionRequest> findByPersonIdOrderByAskedAtDesc(UUID personId);

    boolean existsByPersonIdAndItemAndStatus(UUID personId, CorrectionItem item, Status status);

    void deleteByPersonId(UUID personId);

    int deleteByAnsweredAtBefore(Instant instant);
}
