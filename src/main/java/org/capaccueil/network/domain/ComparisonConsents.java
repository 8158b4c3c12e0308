package org.capaccueil.network.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ComparisonConsents extends JpaRepository<ComparisonConsent, UUID> {

    List<ComparisonConsent> findByEndedAtIsNull();

    List<ComparisonConsent> findByCommuneIdOrderByGivenAtDesc(UUID communeId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select consent from ComparisonConsent consent where consent.communeId = :commune and consent.endedAt is null")
    Optional<ComparisonConsent> holdInForce(UUID commune);
}
