package org.capaccueil.mystery.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Grids extends JpaRepository<Grid, UUID> {

    List<Grid> findByCommuneIdOrderByEditionDesc(UUID communeId);

    Optional<Grid> findFirstByCommuneIdAndPublishedAtNotNullOrderByEditionDesc(UUID communeId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select one from Grid one where one.id = :id")
    Optional<Grid> hold(UUID id);
}
