package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.capaccueil.indicator.domain.LateSeriesChase;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A team that gave its answer rate three months ago and nothing since: its lead is asked for the month that is missing. */
@ApplicationTest
class LateSeriesChaseTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Indicators indicators;

    @Autowired
    LateSeriesChase chase;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    Town town;
    Actor agent;
    Period given;

    @BeforeEach
    void aTeamThatOwesItsLastMonths() {
        town = fixtures.town(Channel.PHONE);
        agent = fixtures.actor(town.agent());
        given = Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE))
                .previous()
                .previous();
        give(given);
    }

    @Test
    void theLeadIsWrittenToOnceAndNobodyElse() {
        begin();

        assertThat(chases()).hasSize(1);
        assertThat(mails()).singleElement().satisfies(mail -> assertThat(mail)
                .startsWith(fixtures.actor(town.lead()).id() + " Un indicateur attend une valeur")
                .contains("Taux de décroché · Téléphone : " + given.next().inWords()));
        assertThat(chase.begin(town.commune())).as("asked already").isZero();
    }

    @Test
    void afterAWeekItIsAskedAgainAndFromTheThirdTimeTheQualityManagerIsToldToo() {
        begin();
        aWeekPasses();
        assertThat(mails()).hasSize(2);
        aWeekPasses();

        assertThat(mails()).hasSize(4).anySatisfy(mail -> assertThat(mail)
                .startsWith(town.manager().toString()));
    }

    @Test
    void onceTheValuesAreThereTheChaseEndsAndMayBeginAnotherTime() {
        begin();
        giveUntilNow();

        aWeekPasses();

        assertThat(mails()).hasSize(1);
        assertThat(chases()).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .variableValueEquals("teamId", town.team().toString())
                        .count())
                .isZero();
        assertThat(chase.begin(town.commune())).as("nothing is late").isZero();
    }

    @Test
    void aTeamThatOwesNothingIsLeftInPeace() {
        giveUntilNow();

        assertThat(chase.begin(town.commune())).isZero();
    }

    private void begin() {
        assertThat(chase.begin(town.commune())).isEqualTo(1);
        jobs.runAll();
    }

    private void aWeekPasses() {
        management.createJobQuery().timers().processDefinitionKey("late-series").list().stream()
                .filter(timer -> runtime.getVariable(timer.getExecutionId(), "teamId")
                        .equals(town.team().toString()))
                .forEach(timer -> management.executeJob(timer.getId()));
        jobs.runAll();
    }

    private void giveUntilNow() {
        Period last = Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE));
        for (Period month = given.next(); !last.isBefore(month); month = month.next()) {
            give(month);
        }
    }

    private void give(Period period) {
        indicators.give(
                agent, town.team(), "TEL-ANSWER", Channel.PHONE, period, new BigDecimal("300"), new BigDecimal("400"));
    }

    private List<String> mails() {
        return jdbc.sql("select person_id || ' ' || subject || ' ' || body from mail where body like ? order by id")
                .param("%/indicators?team=" + town.team() + "%")
                .query(String.class)
                .list();
    }

    private List<UUID> chases() {
        return jdbc.sql("select id from late_chase where team_id = ? and ended_at is null")
                .param(town.team().value())
                .query(UUID.class)
                .list();
    }
}
