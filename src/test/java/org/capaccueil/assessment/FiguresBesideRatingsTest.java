package org.capaccueil.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.AssessmentReading;
import org.capaccueil.assessment.domain.RatingRow;
import org.capaccueil.assessment.domain.SelfRatingDesk;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.MeasureRow;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Period;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Browsers;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.TeamPhases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A team on the phone that answers 82.4 % of its calls (target 85 %, alert 70 %) and 82 % within 30 seconds (target 80 %):
 * the weaker figure suggests « 2 · partiel » for ACC-3.
 */
@ApplicationTest
class FiguresBesideRatingsTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Browsers browsers;

    @Autowired
    Jobs jobs;

    @Autowired
    Measuring measuring;

    @Autowired
    Indicators indicators;

    @Autowired
    SelfRatingDesk ratings;

    @Autowired
    AssessmentReading reading;

    @Autowired
    AssessmentDecisions decisions;

    Town town;
    Actor agent;
    Actor lead;
    EvaluationId id;

    @BeforeEach
    void aTeamWhoseFiguresAreFrozen() {
        town = fixtures.town(Channel.PHONE);
        agent = fixtures.actor(town.agent());
        lead = fixtures.actor(town.lead());
        id = fixtures.openEvaluation(town).id();
        give("TEL-ANSWER", "824");
        give("TEL-30S", "820");
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
        jobs.runAll();
    }

    @Test
    void theFiguresStandBesideTheRatingWithBasePeriodSourceAndASuggestedGrade() throws Exception {
        assertThat(row("ACC-3").beside().suggested()).isEqualTo(2);
        browsers.mvc()
                .perform(
                        get("/evaluations/" + id + "/self-assessment?theme=ACC").session(browsers.signedIn(agent.id())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ce que disent les chiffres")))
                .andExpect(content().string(containsString("824 sur ")))
                .andExpect(content().string(containsString("Autocommutateur")))
                .andExpect(content().string(containsString("Cotation suggérée")));
    }

    @Test
    void aMysteryMarkThatNobodyGaveIsNamedAsMissingAndJudgesNothing() {
        assertThat(row("ACC-3").beside().lines())
                .extracting(
                        line -> line.indicator().code(), line -> line.verdict().name())
                .containsExactly(
                        tuple("TEL-ANSWER", "BETWEEN"), tuple("TEL-30S", "TARGET_MET"), tuple("MYST", "NOT_MEASURED"));
    }

    @Test
    void whoFollowsTheSuggestionOwesNoReason() {
        phases.rateAll(agent, id, 2);

        assertThat(row("ACC-3").owesReason()).isFalse();
        assertThat(reading.sheet(lead, id).unexplained())
                .noneMatch(one -> one.label().startsWith("ACC-3"));
    }

    @Test
    void whoDepartsIsKeptAndAskedForAReasonBeforeSubmitting() {
        phases.rateAll(agent, id, 4);

        assertThat(row("ACC-3").grade()).isEqualTo(Grade.of(4));
        assertThat(row("ACC-3").owesReason()).isTrue();
        assertThatThrownBy(() -> decisions.submit(lead, id))
                .hasMessageContaining("de celles que suggèrent les chiffres")
                .hasMessageContaining("dites pour chacune");

        for (var owed : reading.sheet(lead, id).themes().stream()
                .flatMap(theme -> theme.criteria().stream())
                .flatMap(criterion -> criterion.ratings().stream())
                .filter(RatingRow::owesReason)
                .toList()) {
            ratings.rate(
                    agent,
                    id,
                    owed.criterion(),
                    owed.place(),
                    owed.version(),
                    owed.grade(),
                    "Standard remplacé en mai, le taux monte depuis.");
        }
        decisions.submit(lead, id);

        assertThat(reading.summary(id).orElseThrow().status()).isEqualTo(SelfAssessments.Status.SUBMITTED);
    }

    @Test
    void thePageRemindsOfTheReasonWithoutRefusingTheRating() throws Exception {
        var session = browsers.signedIn(agent.id());
        String address = "/evaluations/" + id + "/self-assessment/ratings/ACC-3/phone";

        browsers.mvc()
                .perform(post(address)
                        .session(session)
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("grade", "4")
                        .param("version", "0"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Les chiffres suggèrent 2 · partiel")));
        browsers.mvc()
                .perform(post(address)
                        .session(session)
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("grade", "4")
                        .param("comment", "Standard remplacé en mai.")
                        .param("version", String.valueOf(row("ACC-3").version())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Les chiffres suggèrent"))));
    }

    private void give(String code, String part) {
        indicators.give(
                agent,
                town.team(),
                code,
                Channel.PHONE,
                Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE)),
                new BigDecimal(part),
                new BigDecimal("1000"));
    }

    private RatingRow row(String criterion) {
        return reading.sheet(agent, id).criterion(criterion).ratings().stream()
                .filter(row -> row.place() == Place.PHONE)
                .findFirst()
                .orElseThrow();
    }
}
