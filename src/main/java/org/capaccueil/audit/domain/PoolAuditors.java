package org.capaccueil.audit.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PoolAuditors extends JpaRepository<PoolAuditor, UUID> {

    /** So that two who say something of the same auditor for the first time at once wait for each other. */
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    "insert into pool_auditor (person_id, version, lent, qualifications) values (:person, 0, false, '') "
                            + "on conflict do nothing")
    void ensure(UUID person);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from PoolAuditor a where a.personId = :person")
    Optional<PoolAuditor> lock(UUID person);
}
