package org.capaccueil.survey.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keeps floods and robots from filling a survey and from slowing the staff's pages down, without asking residents to prove
 * anything. How often an address comes is counted for an hour, in memory only, under a hash with a secret that is drawn anew
 * each hour: nothing leads back from it, and nothing lasts.
 */
@Component
class FloodGate {

    /** A whole town hall behind one address comes twelve times for each answer. */
    static final int REQUESTS_AN_HOUR = 3_600;

    /** So many are served at a time; the others wait their turn, and staff's pages keep half of the machine. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int SECONDS_TO_WAIT = 3;

    /** Each that waits holds a thread of the server's, which staff's pages need as well. */
    private static final int MOST_WAITING = 32;

    /** What one household or one machine is given of an address of version 6: it may choose the rest as it likes. */
    private static final int NETWORK_BYTES = 8;

    private static final int MOST_ADDRESSES = 100_000;

    private final Cache<String, AtomicInteger> requests = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private volatile Hour hour = new Hour(0, new byte[0]);

    FloodGate(Clock clock) {
        this.clock = clock;
    }

    private record Hour(long number, byte[] secret) {}

    /** Does the work, or says politely that it has to wait. */
    <T> T admit(String address, Supplier<T> work, Supplier<T> later) {
        if (!counts(address) || turns.getQueueLength() >= MOST_WAITING) {
            return later.get();
        }
        boolean turn = false;
        try {
            turn = turns.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS);
            return turn ? work.get() : later.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return later.get();
        } finally {
            if (turn) {
                turns.release();
            }
        }
    }

    /** Whether this address may come once more this hour. */
    boolean counts(String address) {
        return requests.get(hashed(address), key -> new AtomicInteger()).incrementAndGet() <= REQUESTS_AN_HOUR;
    }

    private String hashed(String address) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(now().secret());
            return HexFormat.of().formatHex(digest.digest(network(address)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", missing);
        }
    }

    private static byte[] network(String address) {
        if (address.contains(":")) {
            try {
                byte[] bytes = InetAddress.getByName(address).getAddress();
                return bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
            } catch (UnknownHostException noAddress) {
                return address.getBytes(StandardCharsets.UTF_8);
            }
        }
        return address.getBytes(StandardCharsets.UTF_8);
    }

    private Hour now() {
        long number = clock.instant().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
        Hour current = hour;
        if (current.number() == number) {
            return current;
        }
        synchronized (this) {
            if (hour.number() != number) {
                byte[] secret = new byte[32];
                random.nextBytes(secret);
                requests.invalidateAll();
                hour = new Hour(number, secret);
            }
            return hour;
        }
    }
}
