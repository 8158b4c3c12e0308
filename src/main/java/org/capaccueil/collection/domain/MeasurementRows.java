package org.capaccueil.collection.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface MeasurementRows extends JpaRepository<Measurement, UUID> {

    List<Measurement> findByEvaluationId(UUID evaluation);

    /** Makes sure the row is there, so that two people who fill it first at once wait for each other too. */
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    insert into measurement (id, version, evaluation_id, indicator, channel)
                    values (:id, 0, :evaluation, :indicator, :channel)
                    on conflict (evaluation_id, indicator, channel) do nothing""")
    void ensure(UUID id, UUID evaluation, String indicator, String channel);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Measurement m where m.evaluationId = :evaluation and m.indicator = :indicator "
            + "and m.channel = :channel")
    Measurement toFill(UUID evaluation, String indicator, Channel channel);

    List<Measurement> findByEvaluationIdIn(Collection<UUID> evaluations);
}
