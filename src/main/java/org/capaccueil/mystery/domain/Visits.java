package org.capaccueil.mystery.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Visits extends JpaRepository<Visit, UUID> {

    List<Visit> findByWaveIdOrderByDayAscHourAscId(UUID waveId);

    List<Visit> findByObserverIdOrderByDayAscHourAsc(UUID observerId);

    void deleteByWaveId(UUID waveId);

    /** The wave of somebody's visit, without reading the visit itself: the wave is held first. */
    @Query("select one.waveId from Visit one where one.id = :id and one.observerId = :observer")
    Optional<UUID> waveOf(UUID id, UUID observer);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select one from Visit one where one.id = :id")
    Optional<Visit> hold(UUID id);
}
