package org.capaccueil.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.access.AccessMatrix.Ended;
import org.capaccueil.access.AccessMatrix.Rule;
import org.capaccueil.access.Addresses.Filled;
import org.capaccueil.access.Everything.Got;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everybody tries every route on their own thing, another team's, another commune's, one that has ended and one that does
 * not exist, each where the action is open and with a form that would do the deed. What the matrix allows is undone
 * afterwards; what it forbids is really sent, so that a hole would be seen in the database too.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

    private static final String NOWHERE = "what does not exist";
    private static final Set<String> OPEN_TO_ALL = Set.of("sign in", "answer a survey");

    private final AccessMatrix matrix = AccessMatrix.written();
    private final List<Tried> tried = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    @Autowired
    WebApplicationContext context;

    @Autowired
    Organisation organisation;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    private Cast cast;
    private Everything everything;

    @BeforeAll
    void everybodyTriesEverything() {
        everything = new Everything(context, organisation, accounts, transaction, jdbc);
        TwoCommunes communes = context.getAutowireCapableBeanFactory().createBean(TwoCommunes.class);
        communes.settle();
        cast = communes.cast();
        communes.goThrough(stage -> {
            unchangedBy(stage, () -> matrix.open(stage).forEach(line -> tryAs(line.getKey(), line.getValue())));
            if (stage.equals("ended")) {
                unchangedBy("what is closed", this::tryWhatHasEnded);
            }
        });
    }

    @AfterAll
    void now() {
        clock.reset();
    }

    private void unchangedBy(String what, Runnable requests) {
        Map<String, String> before = everything.database();
        requests.run();
        Map<String, String> after = everything.database();
        after.forEach((table, rows) -> {
            if (!rows.equals(before.get(table))) {
                changed.add(what + " changed " + table + ": " + before.get(table) + " > " + rows);
            }
        });
    }

    private void tryAs(Route route, Rule rule) {
        if (OPEN_TO_ALL.contains(rule.action())) {
            return;
        }
        Target home = cast.home();
        int things = Addresses.of(route, home, home, home).things();
        for (Subject subject : cast.everybody()) {
            Cell cell = rule.cell(subject.columns());
            for (Target target : things == 0 ? List.of(home) : List.of(home, cast.otherTeam(), cast.away())) {
                Set<Answer> expected = answers(cell, subject, target);
                if (expected.contains(Answer.OPENED) && rule.ended() == Ended.NEVER) {
                    // where nothing ends, this is « somebody has changed it meanwhile »: the door was passed
                    expected.add(Answer.CLOSED);
                }
                record(route, rule, subject, target, target, expected, target.toString());
            }
            if (things > 0) {
                record(route, rule, subject, null, null, cell.answersToNothing(), NOWHERE);
            }
            if (things > 1 && cell.answer(subject.standing(home)) == Answer.OPENED) {
                Set<Answer> hidden = EnumSet.of(route.endsInAStep() ? Answer.CLOSED : Answer.HIDDEN);
                if (!route.endsInTheCommunes()) {
                    record(route, rule, subject, home, cast.otherTeam(), hidden, "own team, another team's part");
                }
                record(route, rule, subject, home, cast.away(), hidden, "own team, another commune's part");
                record(route, rule, subject, home, null, hidden, "own team, a part " + NOWHERE);
            }
        }
    }

    private static Set<Answer> answers(Cell cell, Subject subject, Target target) {
        Set<Answer> expected = EnumSet.of(cell.answer(subject.standing(target)));
        if (expected.contains(Answer.REFUSED)
                && cell.sees().contains(Cell.Reach.ALL)
                && !target.commune().equals(subject.commune())) {
            // refused whatever it is, or not there: both tell nothing of another commune
            expected.add(Answer.HIDDEN);
        }
        return expected;
    }

    private void tryWhatHasEnded() {
        matrix.routes().forEach((route, rule) -> {
            if (rule.ended() == Ended.NEVER) {
                return;
            }
            for (Subject subject : cast.everybody()) {
                Cell cell = rule.cell(subject.columns());
                Target home = cast.home();
                Set<Answer> expected = EnumSet.noneOf(Answer.class);
                answers(cell, subject, home).forEach(before -> expected.addAll(ended(route, rule, before)));
                record(route, rule, subject, home, home, expected, "own team, ended");
            }
        });
    }

    /** What is closed is turned down; the page of a step may still show what was decided in it. */
    private static Set<Answer> ended(Route route, Rule rule, Answer before) {
        if (before == Answer.HIDDEN && rule.when().equals("preparing")) {
            // the draft was not there for the team; the campaign it became is
            return EnumSet.of(Answer.HIDDEN, Answer.REFUSED);
        }
        if (rule.ended() == Ended.READABLE || before == Answer.HIDDEN) {
            return EnumSet.of(before);
        }
        if (before == Answer.OPENED) {
            return route.isChange() ? EnumSet.of(Answer.CLOSED) : EnumSet.of(Answer.CLOSED, Answer.OPENED);
        }
        return EnumSet.of(before, Answer.CLOSED);
    }

    private void record(
            Route route,
            Rule rule,
            Subject subject,
            @Nullable Target whole,
            @Nullable Target part,
            Set<Answer> expected,
            String whose) {
        Target words = whole == null ? cast.home() : whole;
        Filled filled = Addresses.of(route, whole, part, words);
        Map<String, String> form = route.isChange() ? Forms.of(route, words) : Map.of();
        Got got = expected.contains(Answer.OPENED)
                ? everything.sendAndUndo(subject.person(), route, filled.address(), form)
                : everything.send(subject.person(), route, filled.address(), form);
        tried.add(new Tried(route, rule, subject.name(), whose, expected, got.status(), got.answer(), got.page()));
    }

    @Test
    void everyRouteIsInTheMatrixAndEveryLineOfItHasItsRoute() {
        assertThat(matrix.differences(Route.all(routes))).isEmpty();
    }

    @Test
    void everyActionIsTriedWhereItIsOpen() {
        assertThat(matrix.rules().values()).extracting(Rule::when).isSubsetOf(TwoCommunes.stages());
        assertThat(tried.stream().map(Tried::route).collect(Collectors.toSet()))
                .containsAll(matrix.routes().entrySet().stream()
                        .filter(line -> !OPEN_TO_ALL.contains(line.getValue().action()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void everyAnswerIsTheOneInTheMatrix() {
        assertThat(tried).hasSizeGreaterThan(5_000);
        assertThat(tried.stream().filter(one -> !one.isAsWritten()).map(Tried::toString))
                .isEmpty();
    }

    @Test
    void everyRouteOpensForSomebody() {
        assertThat(matrix.routes().keySet().stream()
                        .filter(route -> tried.stream()
                                .noneMatch(one -> one.route().equals(route)
                                        && !one.whose().equals(NOWHERE)
                                        && one.isPassed()))
                        .filter(route ->
                                !OPEN_TO_ALL.contains(matrix.routes().get(route).action())))
                .isEmpty();
    }

    /** Otherwise an answer would tell what there is elsewhere. */
    @Test
    void anotherCommunesThingIsAnsweredLikeOneThatDoesNotExist() {
        List<Tried> elsewhere = tried.stream()
                .filter(one -> one.whose().equals("other commune"))
                .filter(one -> !one.rule().isNobodysInParticular())
                .toList();

        assertThat(elsewhere).hasSizeGreaterThan(1_000);
        assertThat(elsewhere.stream()
                        .filter(one -> {
                            Tried nowhere = like(one, NOWHERE);
                            return nowhere.status() != one.status()
                                    || !nowhere.page().equals(one.page());
                        })
                        .map(Tried::toString))
                .isEmpty();
        assertThat(tried.stream()
                        .filter(one -> one.whose().equals("own team, another commune's part"))
                        .filter(one -> !one.page()
                                .equals(like(one, "own team, a part " + NOWHERE).page())))
                .isEmpty();
    }

    private Tried like(Tried one, String whose) {
        return tried.stream()
                .filter(other -> other.route().equals(one.route())
                        && other.subject().equals(one.subject())
                        && other.whose().equals(whose))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsDeniedOrClosedLeavesTheDatabaseAsItWas() {
        assertThat(changed).isEmpty();
    }

    @Test
    void whoeverHasNoRoleChangesNothingButTheirOwn() {
        assertThat(tried.stream()
                        .filter(one -> one.route().isChange())
                        .filter(one -> !one.route().path().startsWith("/my-data"))
                        .filter(one -> Set.of("nobody", "team roles without a team", "observer")
                                .contains(one.subject()))
                        .filter(one -> one.answer() == Answer.OPENED))
                .isEmpty();
    }

    @Test
    void nobodyButTheOperatorOpensOperations() {
        assertThat(tried.stream()
                        .filter(one -> one.route().path().startsWith("/operations"))
                        .filter(one -> one.answer() == Answer.OPENED)
                        .map(Tried::subject)
                        .distinct())
                .containsExactly("operator");
        Route health = Route.of("GET /actuator/health");
        for (Subject subject : cast.everybody()) {
            assertThat(everything
                                    .send(subject.person(), health, health.path(), Map.of())
                                    .answer()
                            == Answer.REFUSED)
                    .as("%s", subject)
                    .isEqualTo(!subject.name().equals("operator"));
        }
    }

    @Test
    void whoeverHasNotSignedInIsAskedToWhateverTheyTry() {
        Target home = cast.home();
        assertThat(matrix.routes().entrySet().stream()
                        .filter(line -> everything
                                        .send(
                                                null,
                                                line.getKey(),
                                                Addresses.of(line.getKey(), home, home, home)
                                                        .address(),
                                                Forms.of(line.getKey(), home))
                                        .answer()
                                == Answer.SIGN_IN
                                == OPEN_TO_ALL.contains(line.getValue().action()))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }
}
