package org.capaccueil.indicator.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AllSeries extends JpaRepository<IndicatorSeries, UUID> {

    List<IndicatorSeries> findByCommuneIdOrderByCode(UUID communeId);

    Optional<IndicatorSeries> findByCommuneIdAndCode(UUID communeId, String code);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select series from IndicatorSeries series where series.id = ?1")
    Optional<IndicatorSeries> hold(UUID id);
}
