package org.capaccueil.mystery.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Observers extends JpaRepository<Observer, UUID> {

    List<Observer> findByCommuneIdAndEndedOnIsNull(UUID communeId);

    /** In the commune's pool, or with a visit left from when they were; one statement, as every page asks it. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    select exists (select from mystery_observer
                                   where person_id = :person and commune_id = :commune and ended_on is null)
                        or exists (select from mystery_visit visit join mystery_wave wave on wave.id = visit.wave_id
                                   where visit.observer_id = :person and visit.status in ('PLANNED', 'STARTED')
                                     and wave.commune_id = :commune and wave.status <> 'PREPARED')""")
    boolean observes(UUID person, UUID commune);
}
