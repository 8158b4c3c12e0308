package org.capaccueil.survey.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Questionnaires extends JpaRepository<Questionnaire, UUID> {

    List<Questionnaire> findByCommuneIdOrderByTitleAscEditionDesc(UUID communeId);

    Optional<Questionnaire> findFirstByCommuneIdAndStatusOrderByPublishedAtDesc(
            UUID communeId, QuestionnaireStatus status);

    List<Questionnaire> findByFamily(UUID family);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select one from Questionnaire one where one.id = :id")
    Optional<Questionnaire> hold(UUID id);
}
