package org.capaccueil.organisation.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Substitutions extends JpaRepository<Substitution, UUID> {

    List<Substitution> findByAbsentIdInOrderByFirstDayDesc(Collection<UUID> people);

    List<Substitution> findBySubstituteIdInOrderByFirstDay(Collection<UUID> substitutes);
}
