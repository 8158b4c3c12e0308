package org.capaccueil.survey.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SurveyWays extends JpaRepository<SurveyWay, UUID> {

    List<SurveyWay> findBySurveyId(UUID surveyId);

    List<SurveyWay> findBySurveyIdIn(Collection<UUID> surveys);

    List<SurveyWay> findByTeamIdIn(Collection<UUID> teams);

    Optional<SurveyWay> findByCode(String code);

    void deleteBySurveyId(UUID surveyId);
}
