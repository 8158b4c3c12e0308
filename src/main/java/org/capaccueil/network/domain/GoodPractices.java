package org.capaccueil.network.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface GoodPractices extends JpaRepository<GoodPractice, UUID> {

    List<GoodPractice> findByStateOrderBySharedAtDesc(PracticeState state);

    List<GoodPractice> findByCommuneIdOrderBySavedAtDesc(UUID communeId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select practice from GoodPractice practice where practice.id = :id")
    Optional<GoodPractice> hold(UUID id);
}
