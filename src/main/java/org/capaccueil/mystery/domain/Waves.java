package org.capaccueil.mystery.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Waves extends JpaRepository<Wave, UUID> {

    List<Wave> findByCommuneIdOrderByFirstDayDescTitleAsc(UUID communeId);

    @Query("select one.id from Wave one where one.status = UNDERWAY and one.remindedAt is null order by one.id")
    List<UUID> underwayAndNotReminded();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select one from Wave one where one.id = :id")
    Optional<Wave> hold(UUID id);

    /** Nobody opens it meanwhile; others may hold it so at the same time. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select one from Wave one where one.id = :id")
    Optional<Wave> keep(UUID id);
}
