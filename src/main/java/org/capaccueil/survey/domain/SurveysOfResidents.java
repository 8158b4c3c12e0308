package org.capaccueil.survey.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveySheet;
import org.capaccueil.survey.Surveys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other rooms ask of surveys. */
@Service
@Transactional
class SurveysOfResidents implements Surveys {

    private final QuestionnaireDesk questionnaires;
    private final SurveyDesk desk;
    private final TeamSheets sheets;
    private final Organisation organisation;
    private final JdbcClient jdbc;

    SurveysOfResidents(
            QuestionnaireDesk questionnaires,
            SurveyDesk desk,
            TeamSheets sheets,
            Organisation organisation,
            JdbcClient jdbc) {
        this.questionnaires = questionnaires;
        this.desk = desk;
        this.sheets = sheets;
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    @Override
    public SurveyId open(CommuneId commune, String title, Set<TeamId> teams, LocalDate firstDay, LocalDate lastDay) {
        List<TeamView> asked = List.copyOf(organisation.teams(teams).values());
        return desk.openAtOnce(
                        commune,
                        new SurveyPlan(
                                questionnaires.current(commune),
                                title,
                                firstDay,
                                lastDay,
                                Sampling.OPEN,
                                null,
                                Set.copyOf(SurveyDesk.everyPlace(asked)),
                                EnumSet.allOf(WayKind.class)))
                .id();
    }

    @Override
    public void close(SurveyId survey) {
        desk.closeAtOnce(survey);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SurveySheet> sheet(TeamId team, LocalDate from, LocalDate to) {
        return sheets.of(team, from, to);
    }

    @Override
    public int forgetCommentsOfSurveysClosedBefore(Instant moment) {
        return jdbc.sql("delete from survey_comment where survey_id in (select id from survey where closed_at < ?)")
                .param(Timestamp.from(moment))
                .update();
    }
}
