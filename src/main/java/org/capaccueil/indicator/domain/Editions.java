package org.capaccueil.indicator.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Editions extends JpaRepository<IndicatorEdition, UUID> {

    List<IndicatorEdition> findBySeriesIdIn(Collection<UUID> series);
}
