package org.capaccueil.standard.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardStatus;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface StandardVersions extends JpaRepository<StandardVersion, UUID> {

    Optional<StandardVersion> findByCodeAndLabel(String code, String label);

    boolean existsByCode(String code);

    Optional<StandardVersion> findFirstByCodeAndStatusOrderByPublishedAtDesc(String code, StandardStatus status);

    Optional<StandardHeading> findHeadingById(UUID id);

    Optional<StandardHeading> findHeadingByCodeAndLabel(String code, String label);

    Optional<StandardHeading> findFirstHeadingByBasedOn(UUID id);

    Optional<StandardHeading> findFirstHeadingByCodeAndStatusOrderByPublishedAtDesc(String code, StandardStatus status);

    List<StandardHeading> findHeadingsByStatusOrderByPublishedAtDescCodeAsc(StandardStatus status);

    List<StandardHeading> findHeadingsByCode(String code);

    List<StandardHeading> findAllHeadingsByOrderByCodeAscCreatedAtDesc();

    /** Held until the transaction ends: what decides about a version decides alone. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select version from StandardVersion version where version.id = :id")
    Optional<StandardVersion> hold(UUID id);

    /** The same, for its own organisation to change; the database holds nothing for others. */
    default StandardVersion holdOwn(Actor actor, StandardVersionId id) {
        StandardVersion version =
                hold(id.value()).or(() -> findById(id.value())).orElseThrow(NotFound::new);
        version.requireOf(actor.commune());
        return version;
    }

    /** Held, for a version known by its name; nothing is held when there is none yet. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select version from StandardVersion version where version.code = :code and version.label = :label")
    Optional<StandardVersion> holdByCodeAndLabel(String code, String label);

    /** Every version of a standard, held: what decides which of them is the newest decides alone. */
    @Query(value = "select id from standard_version where code = :code order by id for update", nativeQuery = true)
    List<UUID> holdAll(String code);
}
