package org.capaccueil.organisation.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.shared.Role;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface People extends JpaRepository<Person, UUID> {
    @EntityGraph(attributePaths = {"commune", "roles"})
    List<Person> findByCommuneIdOrderByName(UUID communeId);

    @EntityGraph(attributePaths = {"commune", "roles"})
    List<Person> findByIdIn(Collection<UUID> ids);

    @EntityGraph(attributePaths = {"commune", "roles"})
    @Query("select p from Person p where :role member of p.roles order by p.name")
    List<Person> findByRole(Role role);

    boolean existsByCommuneId(UUID communeId);

    Optional<Person> findByEmailIgnoreCase(String email);
}
