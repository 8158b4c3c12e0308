package org.capaccueil.organisation.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Communes extends JpaRepository<Commune, UUID> {
    Optional<Commune> findByInseeCode(String inseeCode);

    /** Held by whoever changes something that must hold over all of its people at once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Commune c where c.id = :id")
    Optional<Commune> lock(UUID id);
}
