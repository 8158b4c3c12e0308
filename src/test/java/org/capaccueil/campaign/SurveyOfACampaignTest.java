package org.capaccueil.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.campaign.domain.CampaignRun;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.Measurements;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.MeasureRow;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Browsers;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveyedTown;
import org.capaccueil.survey.Surveys;
import org.capaccueil.survey.domain.WayKind;
import org.capaccueil.survey.domain.WayView;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign that asks the residents: the process opens the survey, and what it says lands in the evaluation. */
@ApplicationTest
class SurveyOfACampaignTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    Browsers browsers;

    @Autowired
    Evaluations evaluations;

    @Autowired
    CampaignRun run;

    @Autowired
    CampaignDecisions decisions;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Surveys surveys;

    @Autowired
    Measuring measuring;

    @Autowired
    Measurements measurements;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    Town town;
    LocalDate today;
    LocalDate lastDay;

    @BeforeEach
    void found() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        today = LocalDate.now(PublicTime.ZONE);
        lastDay = today.plusDays(10);
    }

    @Test
    void theLaunchOpensTheSurveyForTheTeamsUntilItsDay() {
        CampaignId campaign = launched(lastDay);

        SurveyId survey = evaluations.campaign(campaign).survey();
        assertThat(survey).isNotNull();
        assertThat(jdbc.sql("select status || ' ' || first_day || ' ' || last_day from survey where id = ?")
                        .param(survey.value())
                        .query(String.class)
                        .single())
                .isEqualTo("OPEN " + today + " " + lastDay);
        assertThat(surveyed.ways(town, survey)).extracting(WayView::team).containsOnly(town.team());
        assertThat(trail.of(campaign)).extracting(Trail.Line::action).contains("Enquête auprès des usagers ouverte");
    }

    @Test
    void withoutADayNoSurveyIsOpened() {
        assertThat(evaluations.campaign(launched(null)).survey()).isNull();
    }

    @Test
    void doneAgainItOpensNoSecondSurvey() {
        CampaignId campaign = launched(lastDay);
        SurveyId survey = evaluations.campaign(campaign).survey();

        run.openSurvey(campaign);

        assertThat(evaluations.campaign(campaign).survey()).isEqualTo(survey);
        assertThat(jdbc.sql("select count(*) from survey where commune_id = ?")
                        .param(town.commune().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aDayThatHasPassedIsRefusedAtTheLaunchAndOneAfterTheClosingWhenItIsPlanned() {
        assertThatThrownBy(() -> launched(today.minusDays(1)))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("est passé");
        assertThatThrownBy(() -> launched(today.plusYears(3))).hasMessageContaining("après la clôture");
    }

    @Test
    void aSurveyOfAYearIsOpenedAndTheTeamsWithIt() {
        CampaignId campaign = launched(today.plusDays(Surveys.LONGEST_DAYS));

        assertThat(evaluations.campaign(campaign).survey()).isNotNull();
        assertThat(evaluations.ofCampaign(campaign)).hasSize(1);
    }

    /** Afterwards the process could neither open it nor go on without. */
    @Test
    void aSurveyLongerThanItMayLastIsRefusedAtTheLaunch() {
        LocalDate tooLate = today.plusDays(Surveys.LONGEST_DAYS + 1);
        assertThatThrownBy(() -> launched(tooLate))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("surveyUntil"))
                .hasMessageContaining("un an au plus");
    }

    /** No launch can be as late as it would have to be. */
    @Test
    void aSurveyNoLaunchCouldOpenIsRefusedInThePlan() {
        CampaignPlan plan = plan(null);
        LocalDate tooLate = plan.deadlines().collection().plusDays(Surveys.LONGEST_DAYS + 1);
        assertThatThrownBy(() -> planning.prepare(fixtures.actor(town.manager()), plan(tooLate)))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("surveyUntil"))
                .hasMessageContaining("un an au plus");
    }

    @Test
    void aCampaignThatIsCancelledClosesItsSurvey() {
        CampaignId campaign = launched(lastDay);

        decisions.cancelCampaign(fixtures.actor(town.manager()), campaign, "Réorganisation des services");

        assertThat(jdbc.sql("select status from survey where id = ?")
                        .param(evaluations.campaign(campaign).survey().value())
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
    }

    @Test
    void whatResidentsSaidLandsInTheEvaluationWithItsNumberOfAnswersAndItsSource() throws Exception {
        CampaignId campaign = launched(lastDay);
        SurveyId survey = evaluations.campaign(campaign).survey();
        EvaluationId id = evaluations.ofCampaign(campaign).get(0).id();
        Actor agent = fixtures.actor(town.agent());
        browsers.mvc()
                .perform(get("/evaluations/" + id + "/collection").session(browsers.signedIn(town.agent())))
                .andExpect(content().string(containsString("Une enquête auprès des usagers est ouverte jusqu")));
        answers(survey, Channel.COUNTER, 17, 20);
        answers(survey, Channel.PHONE, 8, 10);
        surveys.close(survey);

        assertThat(measuring.sheet(agent, id).row("CSAT-counter").known())
                .satisfies(known -> assertThat(known.value()).isEqualByComparingTo("85"));
        for (MeasureRow row : measuring.sheet(agent, id).missing()) {
            measuring.save(
                    agent,
                    id,
                    row.indicator().code(),
                    row.channel(),
                    row.version(),
                    Figures.notMeasured("Pas d'outil de mesure", null, null));
        }
        measuring.submit(agent, id);

        MeasurementView landed = measurements.of(id).stream()
                .filter(one -> one.indicator().equals("CSAT") && one.channel() == Channel.COUNTER)
                .findFirst()
                .orElseThrow();
        assertThat(landed.value()).isEqualByComparingTo(new BigDecimal("85"));
        assertThat(landed.denominator()).isEqualByComparingTo("20");
        assertThat(landed.source()).contains("réponses recueillies (n = 20)");
    }

    private CampaignId launched(LocalDate surveyUntil) {
        return fixtures.launched(town, plan(surveyUntil));
    }

    /** It closes in two years. */
    private CampaignPlan plan(LocalDate surveyUntil) {
        CampaignPlan plan = fixtures.plan(town.team());
        return new CampaignPlan(
                plan.name(),
                plan.periodStart(),
                plan.periodEnd(),
                plan.standard(),
                plan.teams(),
                plan.deadlines(),
                today.plusYears(2),
                plan.recurrenceMonths(),
                surveyUntil);
    }

    private void answers(SurveyId survey, Channel channel, int satisfied, int all) {
        WayView way = surveyed.ways(town, survey).stream()
                .filter(one -> one.channel() == channel && one.kind() == WayKind.LINK)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < all; i++) {
            surveyed.answer(way, i < satisfied ? 5 : 2, "");
        }
    }
}
