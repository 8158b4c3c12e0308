package org.capaccueil.mystery.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Observers extends JpaRepository<Observer, UUID> {

    List<Observer> findByCommuneIdAndEndedOnIsNull(UUID communeId);
}
