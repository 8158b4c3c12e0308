package org.capaccueil.tally.web;

import java.nio.charset.StandardCharsets;
import org.capaccueil.shared.Checksum;
import org.capaccueil.shared.PersonId;

/**
 * Whose queue a browser keeps: the same person's is always the same, and nobody reads out of it who that is. A machine at
 * a counter is shared; what one person tapped is never sent by the next.
 */
final class AccountKey {

    private static final int LENGTH = 24;

    private AccountKey() {}

    static String of(PersonId person) {
        return Checksum.sha256(("recueil " + person).getBytes(StandardCharsets.UTF_8))
                .substring(0, LENGTH);
    }
}
