package org.capaccueil.standard.domain;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface StandardImportFiles extends JpaRepository<StandardImport, UUID> {

    /** Held until the transaction ends: two clicks make one draft. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select file from StandardImport file where file.id = :id")
    Optional<StandardImport> hold(UUID id);

    @Modifying
    @Query("delete from StandardImport file where file.uploadedBy = :person and file.uploadedAt < :before")
    void forget(UUID person, Instant before);
}
