package org.capaccueil.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.TeamPhases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the team agreed on last time stands beside what it is asked now, and is no answer until somebody gives it. */
@ApplicationTest
class LastCyclePagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Pages pages;

    @Autowired
    AssessmentDecisions decisions;

    @Autowired
    SelfAssessments assessments;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    Town town;
    EvaluationId then;
    EvaluationId now;
    String page;

    @BeforeEach
    void twoCycles() {
        town = fixtures.town();
        then = phases.atReview(town);
        decisions.accept(fixtures.actor(town.manager()), then);
        jobs.runAll();
        jdbc.sql("update evaluation set status = 'CLOSED', closed_at = now() where id = ?")
                .param(then.value())
                .update();
        now = phases.atSelfAssessment(town);
        page = "/evaluations/" + now + "/self-assessment";
    }

    @Test
    void theLastAnswerIsShownAndNothingIsStoredUntilAPersonActs() throws Exception {
        pages.open(town.agent(), page)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Au cycle précédent"),
                                containsString("3 · conforme, au guichet (critère ACC-1, correspondance : égal)"),
                                containsString("data-take-answer=\"3\""),
                                not(containsString("checked=\"checked\"")))));
        assertThat(assessments.ratings(now)).isEmpty();
        assertThat(assessments.summary(now).orElseThrow().answered()).isZero();
        assertThat(jdbc.sql("select count(*) from self_rating where evaluation_id = ?")
                        .param(now.value())
                        .query(Long.class)
                        .single())
                .isZero();

        pages.send(town.agent(), page + "/ratings/ACC-1/counter", "version", "0", "grade", "3")
                .andExpect(status().is3xxRedirection());
        assertThat(assessments.ratings(now)).hasSize(1);
    }

    @Test
    void whatATeamNeverAgreedOnIsNoSuggestion() throws Exception {
        jdbc.sql("update self_assessment set status = 'SUBMITTED' where evaluation_id = ?")
                .param(then.value())
                .update();
        pages.open(town.agent(), page).andExpect(content().string(not(containsString("Au cycle précédent"))));
    }

    @Test
    void everybodyWhoRatesAloneSeesTheSame() throws Exception {
        pages.send(town.lead(), page + "/round").andExpect(status().is3xxRedirection());
        for (var member : new org.capaccueil.shared.PersonId[] {town.lead(), town.agent()}) {
            pages.open(member, page + "/individual")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("3 · conforme, au guichet (critère ACC-1")));
        }
        assertThat(assessments.ratings(now)).isEmpty();
    }

    @Test
    void whoOnlyReadsAndATeamsFirstCycleSeeNone() throws Exception {
        pages.open(town.manager(), page).andExpect(content().string(not(containsString("Au cycle précédent"))));

        Town other = fixtures.town();
        EvaluationId first = phases.atSelfAssessment(other);
        pages.open(other.agent(), "/evaluations/" + first + "/self-assessment")
                .andExpect(content().string(not(containsString("Au cycle précédent"))));
    }
}
