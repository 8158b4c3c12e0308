package org.capaccueil.tally.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.capaccueil.shared.PersonId;

/**
 * Whose queue a browser keeps: the same person's is always the same, and nobody reads out of it who that is. A machine at
 * a counter is shared; what one person tapped is never sent by the next.
 */
final class AccountKey {

    private static final int BYTES = 12;

    private AccountKey() {}

    static String of(PersonId person) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("recueil " + person).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
