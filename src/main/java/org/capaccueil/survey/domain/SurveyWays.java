package org.capaccueil.survey.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SurveyWays extends JpaRepository<SurveyWay, UUID> {

    List<SurveyWay> findBySurveyId(UUID surveyId);

    List<SurveyWay> findBySurveyIdIn(Collection<UUID> surveys);

    List<SurveyWay> findByTeamIdIn(Collection<UUID> teams);

    /** Asked with every post of a resident, so in words that are understood once. */
    @Query("select way from SurveyWay way where way.code = :code")
    Optional<SurveyWay> findByCode(String code);
}
