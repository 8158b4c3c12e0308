package org.capaccueil.standard.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.standard.StandardStatus;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface StandardVersions extends JpaRepository<StandardVersion, UUID> {

    Optional<StandardVersion> findByCodeAndLabel(String code, String label);

    boolean existsByCode(String code);

    List<StandardVersion> findByStatusOrderByPublishedAtDescCodeAsc(StandardStatus status);

    Optional<StandardVersion> findFirstByCodeAndStatusOrderByPublishedAtDesc(String code, StandardStatus status);

    List<StandardVersion> findAllByOrderByCodeAscCreatedAtDesc();

    /** Held until the transaction ends: what decides about a version decides alone. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select version from StandardVersion version where version.id = :id")
    Optional<StandardVersion> hold(UUID id);

    /** The same, for a version known by its name; nothing is held when there is none yet. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select version from StandardVersion version where version.code = :code and version.label = :label")
    Optional<StandardVersion> holdByCodeAndLabel(String code, String label);
}
