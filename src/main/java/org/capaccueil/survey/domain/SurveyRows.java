package org.capaccueil.survey.domain;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface SurveyRows extends JpaRepository<Survey, UUID> {

    List<Survey> findByCommuneIdOrderByFirstDayDescTitleAsc(UUID communeId);

    @Query(
            "select one.id from Survey one where one.status = org.capaccueil.survey.domain.SurveyStatus.OPEN and one.lastDay < :today")
    List<UUID> openPast(LocalDate today);

    @Query(
            "select one.id from Survey one where one.status = org.capaccueil.survey.domain.SurveyStatus.PREPARED and one.ready and one.firstDay <= :today and one.lastDay >= :today")
    List<UUID> due(LocalDate today);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select one from Survey one where one.id = :id")
    Optional<Survey> hold(UUID id);
}
