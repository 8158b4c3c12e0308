package org.capaccueil.tally.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TapTest {

    private static Tap tap(@Nullable Outcome outcome, @Nullable UUID orientation) {
        return new Tap(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Channel.PHONE,
                UUID.randomUUID(),
                outcome,
                orientation,
                Instant.EPOCH,
                null);
    }

    @Test
    void whoeverIsOrientedIsOrientedSomewhereAndNobodyElseIs() {
        assertThat(tap(Outcome.ORIENTED, UUID.randomUUID()).outcomeGiven()).isEqualTo(Outcome.ORIENTED);
        assertThat(tap(Outcome.ANSWERED, null).outcomeGiven()).isEqualTo(Outcome.ANSWERED);
        assertThatThrownBy(() -> tap(Outcome.ORIENTED, null).outcomeGiven()).hasMessageContaining("vers qui");
        assertThatThrownBy(() -> tap(Outcome.ANSWERED, UUID.randomUUID()).outcomeGiven())
                .hasMessageContaining("Seule une demande orientée");
        assertThatThrownBy(() -> tap(null, null).outcomeGiven()).hasMessageContaining("advenu");
    }
}
