package org.capaccueil.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.MeasureRow;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Indicators;
import org.capaccueil.indicator.Period;
import org.capaccueil.mystery.MysteryTown;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Verdict;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.TeamPhases;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the commune counts all year lands in the evaluation when its data are frozen, unless the team says otherwise. */
@ApplicationTest
class KnownFiguresTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Jobs jobs;

    @Autowired
    Measuring measuring;

    @Autowired
    Measurements measurements;

    @Autowired
    Indicators indicators;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Trail trail;

    @Autowired
    MysteryTown mystery;

    Town town;
    Actor agent;
    EvaluationId id;
    Period month;

    @BeforeEach
    void aTeamOnThePhoneAndTwoMonthsOfItsSwitchboard() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
        agent = fixtures.actor(town.agent());
        id = fixtures.openEvaluation(town).id();
        month = Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE)).previous();
        give("TEL-ANSWER", Channel.PHONE, month, "300", "400");
        give("TEL-ANSWER", Channel.PHONE, month.next(), "552", "600");
    }

    @Test
    void aKnownFigureIsShownWithItsBasePeriodAndSourceAndNeedsNoTyping() {
        MeasureRow row = row("TEL-ANSWER", Channel.PHONE);

        assertThat(row.isFilled()).isFalse();
        assertThat(row.known()).satisfies(known -> {
            assertThat(known.value()).isEqualByComparingTo("85.2");
            assertThat(known.numerator()).isEqualByComparingTo("852");
            assertThat(known.denominator()).isEqualByComparingTo("1000");
            assertThat(known.from()).isEqualTo(month.start());
            assertThat(known.to()).isEqualTo(month.next().end());
            assertThat(known.source()).isEqualTo("Autocommutateur");
            assertThat(known.verdict()).isEqualTo(Verdict.TARGET_MET);
        });
        assertThat(measuring.sheet(agent, id).missing()).doesNotContain(row);
    }

    @Test
    void atTheFreezeItLandsWithItsBasePeriodAndSourceAndTheJournalSaysSo() {
        fillTheRest();

        measuring.submit(agent, id);
        jobs.runAll();

        assertThat(measurements.isFrozen(id)).isTrue();
        MeasurementView landed = landed("TEL-ANSWER", Channel.PHONE);
        assertThat(landed.value()).isEqualByComparingTo("85.2");
        assertThat(landed.numerator()).isEqualByComparingTo("852");
        assertThat(landed.denominator()).isEqualByComparingTo("1000");
        assertThat(landed.periodStart()).isEqualTo(month.start());
        assertThat(landed.periodEnd()).isEqualTo(month.next().end());
        assertThat(landed.source()).isEqualTo("Autocommutateur");
        assertThat(row("TEL-ANSWER", Channel.PHONE).takenOver()).isTrue();
        assertThat(measurements.enteredBy(id)).containsExactly(agent.id());
        assertThat(trail.of(id)).anySatisfy(line -> {
            assertThat(line.action()).isEqualTo("Chiffre de la commune repris");
            assertThat(line.after()).isEqualTo("85,2 % (852 sur 1000)");
        });
    }

    @Test
    void whatTheTeamSaysItselfStays() {
        LocalDate today = month.next().end();
        measuring.save(
                agent,
                id,
                "TEL-ANSWER",
                Channel.PHONE,
                0,
                new Figures(
                        null,
                        new BigDecimal("10"),
                        new BigDecimal("20"),
                        month.start(),
                        today,
                        "Comptage à la main",
                        "Panne en mars",
                        null));
        assertThat(row("TEL-ANSWER", Channel.PHONE).known()).isNotNull();
        fillTheRest();

        measuring.submit(agent, id);

        assertThat(landed("TEL-ANSWER", Channel.PHONE).value()).isEqualByComparingTo("50");
        assertThat(row("TEL-ANSWER", Channel.PHONE).takenOver()).isFalse();
    }

    @Test
    void aValueThatWasRevisedAfterTheFreezeChangesNothingFrozen() {
        fillTheRest();
        measuring.submit(agent, id);
        jobs.runAll();

        give("TEL-ANSWER", Channel.PHONE, month.previous(), "0", "600");

        assertThat(landed("TEL-ANSWER", Channel.PHONE).value()).isEqualByComparingTo("85.2");
        assertThat(row("TEL-ANSWER", Channel.PHONE).known()).isNull();
    }

    @Test
    void whatLiesInTheEvaluatedPeriodGoesBeforeWhatCameAfterIt() {
        Town other = fixtures.town(Channel.PHONE);
        Actor theirs = fixtures.actor(other.agent());
        indicators.give(
                theirs, other.team(), "TEL-ANSWER", Channel.PHONE, month, new BigDecimal("300"), new BigDecimal("400"));
        indicators.give(
                theirs,
                other.team(),
                "TEL-ANSWER",
                Channel.PHONE,
                month.next(),
                new BigDecimal("552"),
                new BigDecimal("600"));
        EvaluationId evaluation = evaluatedOverTheMonth(other);

        assertThat(measuring.sheet(theirs, evaluation).row("TEL-ANSWER-phone").known())
                .satisfies(known -> assertThat(known.value()).isEqualByComparingTo("75"));
    }

    @Test
    void aMeanIsTakenExactlyAndWithItsNumberOfCases() {
        give("CNT-WAIT", Channel.COUNTER, month, "1234", "99");
        fillTheRest();

        measuring.submit(agent, id);

        MeasurementView landed = landed("CNT-WAIT", Channel.COUNTER);
        assertThat(landed.value()).isEqualByComparingTo("12.46464646464646464646464646464646");
        assertThat(landed.numerator()).isNull();
        assertThat(landed.denominator()).isEqualByComparingTo("99");
    }

    @Test
    void typedPointsDoNotSayHowManyVisitsThereWereSoTheTeamIsAsked() {
        give("MYST", Channel.PHONE, month, "60", "120");

        assertThat(row("MYST", Channel.PHONE).known()).isNull();
        assertThat(measuring.sheet(agent, id).missing()).contains(row("MYST", Channel.PHONE));
    }

    @Test
    void typedPointsOfTheEvaluatedPeriodDoNotHideTheVisitsOfAWaveThatWasOpenedAfterIt() {
        give("MYST", Channel.COUNTER, month, "60", "120");
        mystery.opened(town, 1, 0, mystery.observer(town, "Olga Observatrice"));
        EvaluationId evaluation = evaluatedOverTheMonth(town);

        assertThat(measuring.sheet(agent, evaluation).row("MYST-counter").known())
                .satisfies(known -> assertThat(known.source()).startsWith("Évaluations mystère"));
    }

    private EvaluationId evaluatedOverTheMonth(Town of) {
        CampaignPlan plan = fixtures.plan(of.team());
        return evaluations
                .ofCampaign(fixtures.launched(
                        of,
                        new CampaignPlan(
                                plan.name(),
                                month.start(),
                                month.end(),
                                plan.standard(),
                                plan.teams(),
                                plan.deadlines(),
                                plan.closingDate(),
                                plan.recurrenceMonths(),
                                null)))
                .get(0)
                .id();
    }

    @Test
    void whereNobodyKnowsAnythingTheTeamIsStillAsked() {
        assertThat(row("FCR", Channel.PHONE).known()).isNull();
        assertThatThrownBy(() -> measuring.submit(agent, id)).hasMessageContaining("Il manque encore");
        assertThat(measurements.of(id)).isEmpty();
    }

    private void fillTheRest() {
        for (MeasureRow row : measuring.sheet(agent, id).missing()) {
            measuring.save(
                    agent,
                    id,
                    row.indicator().code(),
                    row.channel(),
                    row.version(),
                    Figures.notMeasured("Pas d'outil de mesure", null, null));
        }
    }

    private void give(String code, Channel channel, Period period, String part, String base) {
        indicators.give(agent, town.team(), code, channel, period, new BigDecimal(part), new BigDecimal(base));
    }

    private MeasureRow row(String code, Channel channel) {
        return measuring.sheet(agent, id).row(code + "-" + channel.code());
    }

    private MeasurementView landed(String code, Channel channel) {
        return measurements.of(id).stream()
                .filter(one -> one.indicator().equals(code) && one.channel() == channel)
                .findFirst()
                .orElseThrow();
    }
}
