package org.capaccueil.standard.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** A code and its versions are a commune's own, beside those that are shipped; another commune may have the same. */
interface StandardVersions extends JpaRepository<StandardVersion, UUID> {

    String AT_HOME = " (version.communeId is null or version.communeId = :commune) ";

    /** The version of this name a commune has, its own before a shipped one; without a commune the shipped one. */
    @Query("select version from StandardVersion version where version.code = :code and version.label = :label and"
            + AT_HOME + "order by version.communeId nulls last limit 1")
    Optional<StandardVersion> findAtHome(String code, String label, @Nullable UUID commune);

    @Query("select count(version) > 0 from StandardVersion version where version.code = :code and" + AT_HOME)
    boolean existsAtHome(String code, UUID commune);

    @Query("select version from StandardVersion version where version.code = :code and version.status = :status and"
            + AT_HOME + "order by version.publishedAt desc limit 1")
    Optional<StandardVersion> findNewestAtHome(String code, StandardStatus status, @Nullable UUID commune);

    Optional<StandardHeading> findHeadingById(UUID id);

    List<StandardHeading> findHeadingsByCodeAndLabel(String code, String label);

    Optional<StandardHeading> findFirstHeadingByBasedOn(UUID id);

    List<StandardHeading> findHeadingsByStatusOrderByPublishedAtDescCodeAsc(StandardStatus status);

    List<StandardHeading> findHeadingsByCode(String code);

    List<StandardHeading> findAllHeadingsByOrderByCodeAscCreatedAtDesc();

    /** Held until the transaction ends, where it is in scope to change: what decides about a version decides alone. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select version from StandardVersion version where version.id = :id")
    Optional<StandardVersion> hold(UUID id);

    /** A version that is not the commune's own is read without being held: nobody changes it from here. */
    default StandardVersion holdOrRead(StandardVersionId id) {
        return hold(id.value()).or(() -> findById(id.value())).orElseThrow(NotFound::new);
    }

    /** A version of the commune, held, or a shipped one. */
    default StandardVersion holdAtHome(Actor actor, StandardVersionId id) {
        StandardVersion version = holdOrRead(id);
        if (!version.isOf(actor.commune()) && !version.isShipped()) {
            throw new NotFound();
        }
        return version;
    }

    /** The same, for a version known by its name; nothing is held when there is none yet. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select version from StandardVersion version where version.code = :code and version.label = :label and"
            + AT_HOME + "order by version.communeId nulls last limit 1")
    Optional<StandardVersion> holdAtHome(String code, String label, UUID commune);

    /** Every version of a commune's standard, its own ones held: what decides which of them is the newest decides alone. */
    @Query(
            value =
                    "select id from standard_version where code = :code and (commune_id is null or commune_id = :commune)"
                            + " order by id for update",
            nativeQuery = true)
    List<UUID> holdAll(String code, UUID commune);
}
