package org.capaccueil.organisation.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.organisation.OrganisationKind;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Communes extends JpaRepository<Commune, UUID> {

    /** Held by whoever changes something that must hold over all of its people at once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Commune c where c.id = :id")
    Optional<Commune> lock(UUID id);

    Optional<Commune> findByCode(String code);

    List<Commune> findAllByOrderByName();

    int countByParentId(UUID parent);

    /** Held until the transaction ends: of two who move in the tree at once, the second has to see the first's move. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select commune from Commune commune where commune.kind = :kind order by commune.id")
    List<Commune> hold(OrganisationKind kind);
}
