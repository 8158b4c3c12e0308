package org.capaccueil.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Channel;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.ServedTest;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.SystemScope;
import org.capaccueil.support.Visitor;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveyedTown;
import org.capaccueil.survey.domain.WayKind;
import org.capaccueil.tally.TallyTown;
import org.capaccueil.tally.domain.Outcome;
import org.capaccueil.tally.domain.TallyDesk;
import org.capaccueil.tally.domain.Tap;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * How long staff wait for their pages while residents post answers for a minute, beside the same clicks while nobody answers, turn by turn; everything through the running server. Some answers are sent twice at once and some
 * again later: each counts once. Run with {@code mvn verify -Pbenchmark}.
 */
@ServedTest
@DirtiesContext
class SurveyLoadBenchmark {

    /** Two whole surveys a second: seven in ten of a town of 10,500 within one hour. */
    private static final int POSTS_A_SECOND = Integer.getInteger("survey.posts", 25);

    private static final int SECONDS = 5;
    private static final int ROUNDS = Integer.getInteger("survey.rounds", 12);
    private static final int WARM_UP = Integer.getInteger("survey.warm-up", 8);
    private static final int RESIDENTS_AT_ONCE = 8;
    private static final int CONTACTS = 200;
    private static final long MILLIS_TO_THINK = 20;
    private static final double MOST_RATIO = 1.2;
    private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([0-9a-f]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    SurveyedTown surveyed;

    @Autowired
    TallyDesk desk;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();

    @Test
    void staffPagesWaitHardlyLongerWhileResidentsAnswer() throws Exception {
        Town town = fixtures.town();
        EvaluationView evaluation = fixtures.openEvaluation(town);
        tap(town);
        SurveyId survey = surveyed.opened(town);
        String code = surveyed.way(town, survey, WayKind.LINK).code();
        Visitor member = visitor(town);
        List<String> pages = List.of("/tasks", "/tally/figures", "/evaluations/" + evaluation.id());
        Map<String, List<Double>> alone = times(pages);
        Map<String, List<Double>> beside = times(pages);

        // both paths as hot as they are in service: while the compiler is busy, all else waits for it
        for (int round = 0; round < WARM_UP; round++) {
            whileResidentsAnswer(code, () -> click(member, times(pages), SECONDS));
        }
        int warmedUp = posts.getAndSet(0);
        for (int round = 0; round < ROUNDS; round++) {
            // each goes first every other time: what else the machine does falls on both
            if (round % 2 == 0) {
                click(member, alone, SECONDS);
            }
            whileResidentsAnswer(code, () -> click(member, beside, SECONDS));
            if (round % 2 == 1) {
                click(member, alone, SECONDS);
            }
        }

        row("posts a second while staff click", "%d".formatted(posts.get() / (ROUNDS * SECONDS)));
        assertThat(warmedUp).isPositive();
        assertThat(jdbc.sql(
                                "select count(*) from survey_answer join survey_way way on way.id = way_id where survey_id = ?")
                        .param(survey.value())
                        .query(Integer.class)
                        .single())
                .as("each answer once, however often it was sent")
                .isEqualTo(sent.get());
        List<Double> ratios = new ArrayList<>();
        for (String page : pages) {
            double ratio = p95(beside.get(page)) / p95(alone.get(page));
            ratios.add(ratio);
            row(
                    "p95 of %s while residents answer and without (at most %s)"
                            .formatted(page.replaceAll("[0-9a-f-]{36}", "…"), MOST_RATIO),
                    "%.1f ms, %.1f ms, ratio %.2f (median %.1f ms, %.1f ms; %d clicks)"
                            .formatted(
                                    p95(beside.get(page)),
                                    p95(alone.get(page)),
                                    ratio,
                                    median(beside.get(page)),
                                    median(alone.get(page)),
                                    beside.get(page).size()));
        }
        assertThat(posts.get()).as("posts").isGreaterThan(POSTS_A_SECOND * SECONDS * ROUNDS * 9 / 10);
        assertThat(ratios).allMatch(ratio -> ratio <= MOST_RATIO);
    }

    private void tap(Town town) {
        TallyTown here = new TallyTown(desk, fixtures.actor(town.agent()));
        List<Tap> taps = new ArrayList<>();
        for (int n = 0; n < CONTACTS; n++) {
            taps.add(here.tap(
                    UUID.randomUUID(),
                    n % 3 == 0 ? "SOCIAL" : "ETAT-CIVIL",
                    n % 2 == 0 ? Channel.PHONE : Channel.COUNTER,
                    Outcome.values()[n % Outcome.values().length],
                    clock.instant().minusSeconds(600L * n),
                    null));
        }
        assertThat(desk.keepAll(here.actor(), taps, clock.instant())).allMatch(receipt -> receipt.refusal() == null);
    }

    private Visitor visitor(Town town) throws Exception {
        return Visitor.signedIn(
                "http://127.0.0.1:" + port,
                Objects.requireNonNull(organisation.person(town.lead()).email()));
    }

    private static Map<String, List<Double>> times(List<String> pages) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        pages.forEach(page -> times.put(page, new ArrayList<>()));
        return times;
    }

    private static Void click(Visitor person, Map<String, List<Double>> times, int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            for (Map.Entry<String, List<Double>> page : times.entrySet()) {
                long start = System.nanoTime();
                assertThat(person.get(page.getKey()).statusCode()).isEqualTo(200);
                page.getValue().add((System.nanoTime() - start) / 1e6);
                Thread.sleep(MILLIS_TO_THINK);
            }
        }
        return null;
    }

    private void whileResidentsAnswer(String code, Callable<Void> work) throws Exception {
        AtomicLong next = new AtomicLong(System.nanoTime());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        ExecutorService residents = SystemScope.threads(RESIDENTS_AT_ONCE);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int resident = 0; resident < RESIDENTS_AT_ONCE; resident++) {
                all.add(residents.submit(() -> {
                    while (System.nanoTime() < end) {
                        answer(code, numbers.getAndIncrement(), next);
                    }
                    return null;
                }));
            }
            work.call();
            for (Future<Void> one : all) {
                one.get(1, TimeUnit.MINUTES);
            }
        } finally {
            residents.shutdownNow();
        }
    }

    /** Every eighth sends the last answer on two connections at once, and every eighth sends it again afterwards. */
    private void answer(String code, int number, AtomicLong next) throws Exception {
        try (ResidentOnTheWire resident = new ResidentOnTheWire(port, number % 250);
                ResidentOnTheWire window = new ResidentOnTheWire(port, number % 250)) {
            Matcher found =
                    SECRET.matcher(post(resident, "/s/" + code, "lang=fr", next).body());
            assertThat(found.find()).isTrue();
            String secret = found.group(1);
            List<Map.Entry<String, String>> answers = List.copyOf(SurveyedTown.answers(1 + number % 5, ""));
            for (Map.Entry<String, String> one : answers.subList(0, answers.size() - 1)) {
                assertThat(post(resident, "/s/" + code + "/answer", form(secret, one), next)
                                .status())
                        .isEqualTo(200);
            }
            String last = form(secret, answers.get(answers.size() - 1));
            sent.incrementAndGet();
            if (number % 8 == 0) {
                Thread twin = new Thread(() -> posted(window, code, last, next));
                twin.start();
                posted(resident, code, last, next);
                twin.join();
            } else {
                posted(resident, code, last, next);
            }
            if (number % 8 == 1) {
                posted(resident, code, last, next);
            }
        }
    }

    private void posted(ResidentOnTheWire resident, String code, String last, AtomicLong next) {
        try {
            assertThat(post(resident, "/s/" + code + "/answer", last, next).status())
                    .isEqualTo(302);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private ResidentOnTheWire.Answer post(ResidentOnTheWire resident, String path, String form, AtomicLong next)
            throws java.io.IOException {
        long turn = next.getAndAdd(TimeUnit.SECONDS.toNanos(1) / POSTS_A_SECOND);
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        posts.incrementAndGet();
        return resident.post(path, form);
    }

    private static String form(String secret, Map.Entry<String, String> one) {
        return "lang=fr&move=NEXT&secret=" + secret + "&question=" + one.getKey() + "&answer=" + one.getValue();
    }

    private static double p95(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static void row(String what, String figure) {
        LoggerFactory.getLogger(SurveyLoadBenchmark.class).info("BENCHMARK | {} | {}", what, figure);
    }
}
