package org.capaccueil.assessment.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.capaccueil.standard.Place;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface SelfRatings extends JpaRepository<SelfRating, UUID> {

    List<SelfRating> findByEvaluationId(UUID evaluation);

    /** Makes sure the row is there, so that two people who rate it first at once wait for each other too. */
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    insert into self_rating (id, version, evaluation_id, criterion, place)
                    values (:id, 0, :evaluation, :criterion, :place)
                    on conflict (evaluation_id, criterion, place) do nothing""")
    void ensure(UUID id, UUID evaluation, String criterion, String place);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from SelfRating r where r.evaluationId = :evaluation and r.criterion = :criterion "
            + "and r.place = :place")
    SelfRating toFill(UUID evaluation, String criterion, Place place);

    List<SelfRating> findByEvaluationIdIn(Collection<UUID> evaluations);
}
