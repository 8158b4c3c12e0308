package org.capaccueil.collection.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface DataCollections extends JpaRepository<DataCollection, UUID> {

    /** Holds off a submission until the row being saved is in, without holding off other rows. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select c from DataCollection c where c.evaluationId = :evaluation")
    Optional<DataCollection> toFill(UUID evaluation);

    /** Holds off every row being saved: what is counted complete stays complete. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from DataCollection c where c.evaluationId = :evaluation")
    Optional<DataCollection> toSubmit(UUID evaluation);
}
