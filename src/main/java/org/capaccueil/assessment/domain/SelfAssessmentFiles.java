package org.capaccueil.assessment.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface SelfAssessmentFiles extends JpaRepository<SelfAssessment, UUID> {

    /** Holds off a submission until the rating being saved is in, without holding off other ratings. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select s from SelfAssessment s where s.evaluationId = :evaluation")
    Optional<SelfAssessment> toFill(UUID evaluation);

    /** Holds off every rating being saved: what is counted complete stays complete. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SelfAssessment s where s.evaluationId = :evaluation")
    Optional<SelfAssessment> toDecide(UUID evaluation);
}
