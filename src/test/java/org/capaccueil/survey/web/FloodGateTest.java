package org.capaccueil.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FloodGateTest {

    private final FloodGate gate = new FloodGate(Clock.fixed(Instant.parse("2027-03-12T10:00:00Z"), ZoneOffset.UTC));

    private void useUp(String address) {
        while (gate.counts(address)) {
            // until this hour's are used up
        }
    }

    @Test
    void aRobotThatTakesAnotherAddressOfItsNetworkIsTheSameRobot() {
        useUp("2001:db8:1:2::1");

        assertThat(gate.counts("2001:db8:1:2:ffff:0:7:9")).isFalse();
        assertThat(gate.counts("2001:db8:1:3::1")).isTrue();
        useUp("203.0.113.7");
        assertThat(gate.counts("203.0.113.7")).isFalse();
        assertThat(gate.counts("203.0.113.8")).isTrue();
        assertThat(gate.counts("no:address")).isTrue();
    }

    /** All are held at their work: some wait, and whoever comes then is told at once, by a thread that is free again. */
    @Test
    void aFloodHoldsFewOfTheServersThreads() throws Exception {
        int flood = 150;
        CountDownLatch held = new CountDownLatch(1);
        AtomicInteger later = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(flood);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < flood; i++) {
                all.add(threads.submit(() -> gate.admit(
                        "203.0.113.9",
                        () -> {
                            waitFor(held);
                            return "done";
                        },
                        () -> {
                            later.incrementAndGet();
                            return "later";
                        })));
            }
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            while (later.get() < flood / 2 && System.nanoTime() < until) {
                Thread.sleep(10);
            }
            assertThat(later.get()).as("told before anybody has waited in vain").isGreaterThan(flood / 2);
            held.countDown();
            for (Future<String> one : all) {
                assertThat(one.get()).isIn("done", "later");
            }
        } finally {
            held.countDown();
            threads.shutdown();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
