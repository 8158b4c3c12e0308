package org.capaccueil.organisation.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.Role;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface People extends JpaRepository<Person, UUID> {
    @EntityGraph(attributePaths = {"commune", "roles"})
    List<Person> findByCommuneIdAndLeftOnIsNullOrderByName(UUID communeId);

    @EntityGraph(attributePaths = "commune")
    List<Person> findByCommuneIdAndLeftOnIsNotNullOrderByLeftOn(UUID communeId);

    @EntityGraph(attributePaths = "commune")
    List<Person> findByLeftOnIsNotNullAndAnonymisedAtIsNullOrderByLeftOn();

    /** The row for one node alone; nothing while another one holds it, or when the work is done. */
    @Query(
            value =
                    """
            select * from person where id = :id and left_on is not null and anonymised_at is null
            for update skip locked""",
            nativeQuery = true)
    Optional<Person> takeDeparted(UUID id);

    @EntityGraph(attributePaths = {"commune", "roles"})
    List<Person> findByIdIn(Collection<UUID> ids);

    @EntityGraph(attributePaths = {"commune", "roles"})
    @Query("select p from Person p where :role member of p.roles order by p.name")
    List<Person> findByRole(Role role);

    @EntityGraph(attributePaths = {"commune", "roles"})
    Optional<Person> findBySubject(String subject);

    boolean existsByCommuneId(UUID communeId);

    Optional<Person> findByEmailIgnoreCase(String email);

    /** Holds the person's row: what depends on their absences is decided by one at a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.id = :id")
    Optional<Person> lock(UUID id);
}
