package org.capaccueil.mystery.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Places extends JpaRepository<Place, UUID> {

    List<Place> findByWaveIdInOrderByPointNameAscChannelAsc(Collection<UUID> waves);

    void deleteByWaveId(UUID waveId);
}
