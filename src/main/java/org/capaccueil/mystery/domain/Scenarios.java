package org.capaccueil.mystery.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Scenarios extends JpaRepository<Scenario, UUID> {

    List<Scenario> findByCommuneIdOrderByKindAscTitleAsc(UUID communeId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select one from Scenario one where one.id = :id")
    Optional<Scenario> hold(UUID id);
}
