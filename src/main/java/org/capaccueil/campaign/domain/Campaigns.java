package org.capaccueil.campaign.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.campaign.CampaignStatus;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Campaigns extends JpaRepository<Campaign, UUID> {

    @EntityGraph(attributePaths = "teams")
    List<Campaign> findByCommuneIdOrderByPeriodStartDescNameAsc(UUID communeId);

    /** For the two steps that must agree on whether every evaluation is closed; nobody else waits for a campaign. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Campaign c where c.id = :id")
    Optional<Campaign> lock(UUID id);

    @Query("select c from Campaign c where c.status = :status and :team member of c.teams order by c.name")
    List<Campaign> withTeam(CampaignStatus status, UUID team);
}
