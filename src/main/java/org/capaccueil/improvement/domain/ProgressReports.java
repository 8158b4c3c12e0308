package org.capaccueil.improvement.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProgressReports extends JpaRepository<ActionProgress, UUID> {

    List<ActionProgress> findByActionIdOrderByAt(UUID actionId);

    /** Also of an earlier round: an action that was reopened forgets who had carried it out. */
    boolean existsByActionIdAndPersonId(UUID actionId, UUID personId);
}
