package org.capaccueil.organisation.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReceptionTeams extends JpaRepository<ReceptionTeam, UUID> {
    @EntityGraph(attributePaths = "members")
    List<ReceptionTeam> findByCommuneIdOrderByName(UUID communeId);

    @EntityGraph(attributePaths = "members")
    List<ReceptionTeam> findByIdIn(Collection<UUID> ids);

    boolean existsByCommuneId(UUID communeId);
}
