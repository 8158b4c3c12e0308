package org.capaccueil.assessment.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.capaccueil.standard.Place;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface IndividualRatings extends JpaRepository<IndividualRating, UUID> {

    /** Everybody's: only for counting, and for the agreement once the round is closed. */
    List<IndividualRating> findByEvaluationId(UUID evaluation);

    List<IndividualRating> findByEvaluationIdAndPersonId(UUID evaluation, UUID person);

    /** Makes sure the row is there, so that the same person in two tabs waits for themselves too. */
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    insert into individual_rating (id, version, evaluation_id, criterion, place, person_id)
                    values (:id, 0, :evaluation, :criterion, :place, :person)
                    on conflict (evaluation_id, criterion, place, person_id) do nothing""")
    void ensure(UUID id, UUID evaluation, String criterion, String place, UUID person);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from IndividualRating r where r.evaluationId = :evaluation and r.criterion = :criterion "
            + "and r.place = :place and r.personId = :person")
    IndividualRating toFill(UUID evaluation, String criterion, Place place, UUID person);

    @Modifying
    @Query("delete from IndividualRating r where r.evaluationId = :evaluation")
    int forget(UUID evaluation);

    @Modifying
    @Query("delete from IndividualRating r where r.evaluationId = :evaluation and r.personId = :person")
    int forget(UUID evaluation, UUID person);
}
