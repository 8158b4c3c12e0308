package org.capaccueil.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.SystemScope;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveySheet;
import org.capaccueil.survey.SurveyedTown;
import org.capaccueil.survey.Surveys;
import org.capaccueil.survey.domain.Answering.Asked;
import org.capaccueil.survey.domain.Answering.Move;
import org.capaccueil.survey.domain.Answering.Screen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ApplicationTest
class AnsweringTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    Answering answering;

    @Autowired
    SurveyDesk desk;

    @Autowired
    PaperDesk paper;

    @Autowired
    AnswerMixing mixing;

    @Autowired
    SurveyRows surveys;

    @Autowired
    Surveys facade;

    @Autowired
    Results results;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    CommentDesk comments;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private SurveyId survey;
    private WayView link;

    @BeforeEach
    void anOpenSurvey() {
        town = fixtures.town();
        survey = surveyed.opened(town);
        link = surveyed.way(town, survey, WayKind.LINK);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where commune_id = ?")
                .param(town.commune().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void anAnswerIsKeptStepByStepAndCountedOnceWhenItIsSent() {
        Asked asked = answering.asked(link.code());
        String secret = answering.begin();
        assertThat(answering.first(asked).question()).extracting("code").isEqualTo("channel");
        assertThat(count("survey_begun")).isZero();

        Screen second = answering.answer(asked, secret, "channel", List.of("2"), Move.NEXT);
        assertThat(second.question()).extracting("code").isEqualTo("reason");
        assertThat(count("survey_begun")).isEqualTo(1);
        Screen back = answering.answer(asked, secret, "reason", List.of(), Move.BACK);
        assertThat(back.question()).extracting("code").isEqualTo("channel");
        assertThat(back.given().chose("channel", 2)).isTrue();

        assertThat(surveyed.answer(link, secret, 5, "Plus de bancs, s'il vous plaît.")
                        .isSent())
                .isTrue();
        assertThat(count("survey_begun")).isZero();
        assertThat(count("survey_answer")).isEqualTo(1);
        assertThat(jdbc.sql("select written from survey_comment where survey_id = ?")
                        .param(survey.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Plus de bancs, s'il vous plaît.");
    }

    @Test
    void theShippedQuestionsAreAskedInEveryLanguageThereIs() {
        QuestionnaireText text = answering.asked(link.code()).text();

        assertThat(text.languages()).containsExactly(Language.values());
        Language.besidesFrench().forEach(language -> assertThat(
                        text.in(language).questions().stream().map(SurveyQuestion::text))
                .as(language.title())
                .doesNotContainAnyElementsOf(
                        text.questions().stream().map(SurveyQuestion::text).toList()));
    }

    @Test
    void whatIsSentTwiceOrReplayedLaterCountsOnce() {
        String secret = surveyed.answer(link, 4, "");
        assertThat(surveyed.answer(link, secret, 1, "Autre chose").isSent()).isTrue();
        Asked asked = answering.asked(link.code());
        assertThat(answering
                        .answer(asked, secret, "comment", List.of(""), Move.NEXT)
                        .isSent())
                .isTrue();
        assertThat(answering
                        .answer(asked, secret, "channel", List.of("1"), Move.NEXT)
                        .isSent())
                .isTrue();

        mixing.shake();
        assertThat(surveyed.answer(link, secret, 1, "").isSent()).isTrue();
        assertThat(count("survey_answer")).isEqualTo(1);
        assertThat(count("survey_comment")).isZero();
        assertThat(count("survey_begun")).isZero();
    }

    @Test
    void manyWhoPressTheSameButtonAtOnceCountOnce() throws Exception {
        Asked asked = answering.asked(link.code());
        String secret = answering.begin();
        List<Map.Entry<String, String>> answers = new ArrayList<>(SurveyedTown.answers(5, ""));
        answers.remove(answers.size() - 1);
        answers.forEach(one -> answering.answer(asked, secret, one.getKey(), List.of(one.getValue()), Move.NEXT));
        ExecutorService threads = SystemScope.threads(8);
        try {
            List<Callable<Screen>> presses = java.util.Collections.nCopies(
                    8, () -> answering.answer(asked, secret, "comment", List.of("Merci"), Move.NEXT));
            for (Future<Screen> press : threads.invokeAll(presses)) {
                assertThat(press.get().isSent()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(count("survey_answer")).isEqualTo(1);
        assertThat(count("survey_comment")).isEqualTo(1);
        assertThat(count("survey_receipt")).isEqualTo(1);
    }

    @Test
    void nothingIsSentBeforeEveryRequiredQuestionIsAnswered() {
        Asked asked = answering.asked(link.code());
        String secret = answering.begin();
        Screen refused = answering.answer(asked, secret, "channel", List.of("9", "x", ""), Move.NEXT);
        assertThat(refused.fault()).isEqualTo(Given.Fault.MISSING);
        assertThat(refused.question()).extracting("code").isEqualTo("channel");

        Screen jumped = answering.answer(asked, secret, "comment", List.of("vite"), Move.NEXT);
        assertThat(jumped.question()).extracting("code").isEqualTo("channel");
        assertThat(jumped.fault()).isEqualTo(Given.Fault.MISSING);
        Screen tooLong = answering.answer(asked, secret, "comment", List.of("x".repeat(1001)), Move.NEXT);
        assertThat(tooLong.fault()).isEqualTo(Given.Fault.TOO_LONG);
        assertThat(tooLong.given().text("comment")).hasSize(1001);
        assertThat(count("survey_answer")).isZero();
    }

    @Test
    void aCodeThatLeadsNowhereAClosedSurveyAndAMadeUpSecretTakeNothing() {
        assertThatThrownBy(() -> answering.asked("zzzzzzzzzz")).isInstanceOf(NotFound.class);
        WayView sheet = surveyed.way(town, survey, WayKind.PAPER);
        assertThatThrownBy(() -> answering.asked(sheet.code())).isInstanceOf(NotFound.class);
        Asked asked = answering.asked(link.code().toUpperCase(java.util.Locale.ROOT));
        assertThatThrownBy(() -> answering.answer(asked, "secret", "channel", List.of("1"), Move.NEXT))
                .isInstanceOf(NotFound.class);

        desk.close(fixtures.actor(town.manager()), survey);
        Asked closed = answering.asked(link.code());
        assertThat(closed.open()).isFalse();
        assertThatThrownBy(() -> answering.answer(closed, answering.begin(), "channel", List.of("1"), Move.NEXT))
                .isInstanceOf(NotFound.class);
        assertThat(count("survey_begun")).isZero();
    }

    /** The page was opened before; its last button is pressed while the closing is under way. */
    @Test
    void whatIsSentWhileTheSurveyIsBeingClosedIsNotCounted() throws Exception {
        Asked asked = answering.asked(link.code());
        String secret = answering.begin();
        List<Map.Entry<String, String>> answers = new ArrayList<>(SurveyedTown.answers(5, ""));
        answers.remove(answers.size() - 1);
        answers.forEach(one -> answering.answer(asked, secret, one.getKey(), List.of(one.getValue()), Move.NEXT));
        ExecutorService threads = SystemScope.threads(1);
        try {
            Future<Screen> press = transaction.execute(closing -> {
                desk.close(fixtures.actor(town.manager()), survey);
                surveys.flush();
                Future<Screen> pressed =
                        threads.submit(() -> answering.answer(asked, secret, "comment", List.of("Merci"), Move.NEXT));
                assertThatThrownBy(() -> pressed.get(300, TimeUnit.MILLISECONDS))
                        .as("it waits for the closing")
                        .isInstanceOf(TimeoutException.class);
                return pressed;
            });
            assertThatThrownBy(press::get).hasCauseInstanceOf(StepNoLongerOpen.class);
        } finally {
            threads.shutdown();
        }
        assertThat(count("survey_answer")).isZero();
        assertThat(count("survey_receipt")).isZero();
    }

    @Test
    void whatNobodyWentOnWithVanishesAfterADay() {
        Asked asked = answering.asked(link.code());
        answering.answer(asked, answering.begin(), "channel", List.of("1"), Move.NEXT);
        clock.advance(Duration.ofHours(23));
        mixing.sweep();
        assertThat(count("survey_begun")).isEqualTo(1);
        clock.advance(Duration.ofHours(2));
        mixing.sweep();
        assertThat(count("survey_begun")).isZero();
    }

    @Test
    void aSurveyClosesByItselfWhenItsLastDayIsOver() {
        clock.advance(Duration.between(
                clock.instant(),
                PublicTime.endOf(PublicTime.today(clock).plusMonths(11)).plusSeconds(2)));
        assertThat(answering.asked(link.code()).open()).isFalse();
        new SurveyRounds(surveys, desk, mixing, clock).round();
        assertThat(surveys.findById(survey.value()).orElseThrow().view().status())
                .isEqualTo(SurveyStatus.CLOSED);
        assertThat(surveys.findById(survey.value()).orElseThrow().receiptKey()).isNull();
    }

    @Test
    void aSurveyOpenedBeforeItsFirstDayOpensByItselfOnIt() {
        Actor manager = fixtures.actor(town.manager());
        SurveyPlan plan = surveyed.plan(town);
        SurveyId later = desk.prepare(
                manager,
                new SurveyPlan(
                        plan.questionnaire(),
                        "Bientôt",
                        PublicTime.today(clock).plusDays(2),
                        plan.lastDay(),
                        plan.sampling(),
                        null,
                        plan.asked(),
                        plan.kinds()));
        SurveyRounds rounds = new SurveyRounds(surveys, desk, mixing, clock);

        assertThat(desk.open(manager, later, 0)).isFalse();
        rounds.round();
        assertThat(status(later)).isEqualTo(SurveyStatus.PREPARED);
        clock.advance(Duration.ofDays(2));
        rounds.round();
        assertThat(status(later)).isEqualTo(SurveyStatus.OPEN);
    }

    private SurveyStatus status(SurveyId id) {
        return surveys.findById(id.value()).orElseThrow().view().status();
    }

    @Test
    void aProcessOpensASurveyOnTheShippedQuestionsAndReadsWhoIsSatisfied() {
        SurveyId opened = facade.open(
                town.commune(),
                "Campagne 2027",
                Set.of(town.team()),
                PublicTime.today(clock),
                PublicTime.today(clock).plusDays(30));
        WayView way = surveyed.way(town, opened, WayKind.POSTER);
        for (int i = 0; i < 6; i++) {
            surveyed.answer(way, i < 4 ? 4 : 2, "");
        }
        assertThat(satisfied(opened)).isNull();
        facade.close(opened);
        facade.close(opened);
        assertThat(satisfied(opened)).extracting("satisfied", "answers").containsExactly(4, 6);
    }

    private SurveySheet.@Nullable Satisfied satisfied(SurveyId id) {
        LocalDate today = PublicTime.today(clock);
        return facade.sheet(town.team(), today, today).stream()
                .filter(sheet -> sheet.survey().equals(id))
                .findFirst()
                .orElseThrow()
                .satisfied();
    }

    @Test
    void anAnswerOnPaperIsMarkedAndTypedInByTheTeamAlone() {
        WayView sheet = surveyed.way(town, survey, WayKind.PAPER);
        Map<String, List<String>> answers = new java.util.HashMap<>();
        SurveyedTown.answers(5, "Bien").forEach(one -> answers.put(one.getKey(), List.of(one.getValue())));
        Actor agent = fixtures.actor(town.agent());
        String mark = answering.begin();
        assertThat(paper.type(agent, survey, sheet.id(), mark, answers)).isTrue();
        assertThat(paper.type(agent, survey, sheet.id(), mark, answers)).isFalse();
        assertThat(count("survey_answer")).isEqualTo(1);

        assertThatThrownBy(() ->
                        paper.type(fixtures.actor(town.leadership()), survey, sheet.id(), answering.begin(), answers))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> paper.type(agent, survey, link.id(), answering.begin(), answers))
                .isInstanceOf(BusinessRefusal.class);
        answers.remove("overall");
        assertThatThrownBy(() -> paper.type(agent, survey, sheet.id(), answering.begin(), answers))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("satisfait");
        Actor stranger = fixtures.actor(fixtures.town().agent());
        assertThatThrownBy(() -> paper.type(stranger, survey, sheet.id(), answering.begin(), answers))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aTeamSeesItsPointsAndNothingBeforeEnoughHaveAnswered() {
        for (int i = 0; i < 4; i++) {
            surveyed.answer(link, 5, "");
        }
        Actor manager = fixtures.actor(town.manager());
        assertThat(results.of(manager, survey).collected()).isNull();
        surveyed.answer(link, 2, "");
        assertThat(results.of(manager, survey).collected()).isEqualTo(5);
        assertThat(results.of(manager, survey).release()).isNull();
        desk.close(manager, survey);

        Results.Sheet all = results.of(manager, survey);
        assertThat(java.util.Objects.requireNonNull(all.release()).whole()).isEqualTo(new Share(4, 5));
        assertThat(all.table("CHANNEL")).extracting(Results.Row::share).containsExactly(new Share(4, 5));
        assertThat(all.questions()).extracting(Results.QuestionCounts::base).containsOnly(5);
        Results.Sheet own = results.of(fixtures.actor(town.agent()), survey);
        assertThat(own.table("POINT")).hasSize(1);
        assertThat(own.table("CHANNEL")).isEmpty();
        assertThat(own.questions()).isEmpty();
        assertThatThrownBy(() -> results.of(fixtures.actor(fixtures.town().manager()), survey))
                .isInstanceOf(NotFound.class);
    }

    private List<String> readable() {
        return comments.received(fixtures.actor(town.manager()), survey, CommentSearch.EVERYTHING).comments().stream()
                .map(CommentView::written)
                .toList();
    }

    /** The manager sees one resident leave the kiosk, and looks what has come. */
    @Test
    void aTextIsReadAsOneOfFiveOrWhenItsWeekOrTheSurveyHasEnded() {
        for (int i = 0; i < 4; i++) {
            surveyed.answer(link, 3, "Texte " + i);
        }
        mixing.shake();
        assertThat(readable()).isEmpty();
        surveyed.answer(link, 3, "Texte 4");
        assertThat(readable()).isEmpty();
        mixing.shake();
        assertThat(readable()).hasSize(5);

        surveyed.answer(link, 3, "Texte 5");
        mixing.shake();
        assertThat(readable()).doesNotContain("Texte 5");
        clock.advance(Duration.between(
                clock.instant(),
                PublicTime.startOf(PublicTime.today(clock).with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
                        .plus(Duration.ofHours(3))));
        mixing.shakeThoroughly();
        assertThat(readable()).contains("Texte 5");

        surveyed.answer(link, 3, "Texte 6");
        desk.close(fixtures.actor(town.manager()), survey);
        mixing.shake();
        assertThat(readable()).contains("Texte 6").hasSize(7);
    }

    /** The posters are printed; then somebody corrects the title, and asks in one way less and one more. */
    @Test
    void whatIsStillAskedKeepsItsAddressWhenASurveyIsChanged() {
        Actor manager = fixtures.actor(town.manager());
        SurveyPlan plan = surveyed.plan(town);
        SurveyId prepared = desk.prepare(manager, with(plan, "Enquette", EnumSet.of(WayKind.POSTER, WayKind.KIOSK)));
        Map<WayKind, List<String>> before = codes(prepared);

        desk.change(manager, prepared, 0, with(plan, "Enquête", EnumSet.of(WayKind.POSTER, WayKind.PAPER)));

        assertThat(codes(prepared))
                .containsOnlyKeys(WayKind.POSTER, WayKind.PAPER)
                .containsEntry(WayKind.POSTER, before.get(WayKind.POSTER));
    }

    /** A poster that is printed after the correction names the point as it is called by now. */
    @Test
    void aWayThatStaysTakesOverTheNameOfItsPointWhenTheSurveyIsChanged() {
        Actor manager = fixtures.actor(town.manager());
        SurveyPlan plan = surveyed.plan(town);
        SurveyId prepared = desk.prepare(manager, plan);
        Map<WayKind, List<String>> before = codes(prepared);
        jdbc.sql("update reception_point set name = 'Espace citoyen' where team_id = ?")
                .param(town.team().value())
                .update();

        desk.change(manager, prepared, 0, plan);

        assertThat(surveyed.ways(town, prepared)).extracting(WayView::pointName).containsOnly("Espace citoyen");
        assertThat(codes(prepared)).isEqualTo(before);
    }

    private Map<WayKind, List<String>> codes(SurveyId id) {
        return surveyed.ways(town, id).stream()
                .collect(Collectors.groupingBy(WayView::kind, Collectors.mapping(WayView::code, Collectors.toList())));
    }

    private static SurveyPlan with(SurveyPlan plan, String title, Set<WayKind> kinds) {
        return new SurveyPlan(
                plan.questionnaire(),
                title,
                plan.firstDay(),
                plan.lastDay(),
                plan.sampling(),
                plan.population(),
                plan.asked(),
                kinds);
    }

    /** It takes long where answers are sparse, and nothing changes it: not even that the answers are gone. */
    @Test
    void whatAClosedSurveyShowsIsReckonedOnce() {
        for (int i = 0; i < 6; i++) {
            surveyed.answer(link, 4, "");
        }
        Actor manager = fixtures.actor(town.manager());
        desk.close(manager, survey);
        Release shown = results.of(manager, survey).release();
        jdbc.sql("delete from survey_answer where commune_id = ?")
                .param(town.commune().value())
                .update();

        assertThat(results.of(manager, survey).release()).isNotNull().isSameAs(shown);
    }

    @Test
    void aSurveyIsOpenedOnceAndInItsTime() {
        Actor manager = fixtures.actor(town.manager());
        assertThatThrownBy(() -> desk.open(manager, survey, 0)).isInstanceOf(StepNoLongerOpen.class);
        assertThatThrownBy(() -> desk.close(fixtures.actor(town.lead()), survey))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.change(manager, survey, 1, surveyed.plan(town)))
                .isInstanceOf(StepNoLongerOpen.class);
    }

    @Test
    void freeTextsGoAYearAfterTheSurveyIsClosedAndFiguresStay() {
        surveyed.answer(link, 5, "Très bien");
        desk.close(fixtures.actor(town.manager()), survey);
        facade.forgetCommentsOfSurveysClosedBefore(clock.instant().minusSeconds(60));
        assertThat(count("survey_comment")).isEqualTo(1);
        assertThat(facade.forgetCommentsOfSurveysClosedBefore(clock.instant().plusSeconds(60)))
                .isPositive();
        assertThat(count("survey_comment")).isZero();
        assertThat(count("survey_answer")).isEqualTo(1);
    }
}
