package org.capaccueil.indicator.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a request asks once, however often it is sent: the same key with the same body is given the answer there was,
 * and one that is sent twice at once waits for the other. What is refused leaves no key behind.
 */
@Component
class OnceOnly {

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    OnceOnly(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param key the sender's own, new for each thing it wants done
     * @param what the request is, so that no key serves two kinds
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String answer(CommuneId commune, @Nullable String key, String what, byte[] body, Supplier<String> work) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new BusinessRefusal(
                    "Idempotency-Key",
                    "Donnez dans l'en-tête Idempotency-Key une clé de 1 à " + LONGEST_KEY
                            + " caractères, nouvelle pour chaque envoi.");
        }
        String sum = sum(what, body);
        jdbc.sql("delete from indicator_request where commune_id = ? and at < ?")
                .params(commune.value(), Timestamp.from(clock.instant().minus(REMEMBERED)))
                .update();
        int begun = jdbc.sql(
                        """
                insert into indicator_request (commune_id, key, sha256, at) values (?, ?, ?, ?)
                on conflict (commune_id, key) do nothing""")
                .params(commune.value(), key, sum, Timestamp.from(clock.instant()))
                .update();
        if (begun == 0) {
            return before(commune, key, sum);
        }
        String answer = work.get();
        jdbc.sql("update indicator_request set answer = ? where commune_id = ? and key = ?")
                .params(answer, commune.value(), key)
                .update();
        return answer;
    }

    private record Before(String sha256, String answer) {}

    private String before(CommuneId commune, String key, String sum) {
        Before before = jdbc.sql("select sha256, answer from indicator_request where commune_id = ? and key = ?")
                .params(commune.value(), key)
                .query((row, n) -> new Before(row.getString("sha256"), row.getString("answer")))
                .single();
        if (!before.sha256().equals(sum)) {
            throw new BusinessRefusal(
                    "Idempotency-Key", "Cette clé a déjà servi pour un autre contenu. Prenez-en une nouvelle.");
        }
        return before.answer();
    }

    private static String sum(String what, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((what + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
