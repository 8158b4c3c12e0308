package org.capaccueil.indicator.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface LateChases extends JpaRepository<LateChase, UUID> {

    List<LateChase> findByTeamIdInAndEndedAtIsNull(Collection<UUID> teams);
}
