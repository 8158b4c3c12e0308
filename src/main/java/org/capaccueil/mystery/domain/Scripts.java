package org.capaccueil.mystery.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Scripts extends JpaRepository<Script, UUID> {

    List<Script> findByWaveIdOrderByKindAscTitleAsc(UUID waveId);

    void deleteByWaveId(UUID waveId);
}
