package org.capaccueil.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.capaccueil.shared.PublicTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderLadderTest {

    /** The end of 31 March 2027; clocks went forward on the 28th. */
    private static final Instant DUE = paris("2027-03-31T23:59:59");

    @ParameterizedTest
    @CsvSource({
        "2027-02-01T10:00, 2027-03-16T08:00",
        "2027-03-16T07:59, 2027-03-16T08:00",
        "2027-03-16T08:00, 2027-03-26T08:00",
        "2027-03-27T12:00, 2027-03-30T08:00",
        "2027-03-30T09:00, 2027-04-01T08:00",
        "2027-03-31T23:00, 2027-04-01T08:00",
        "2027-04-01T08:00, 2027-04-08T08:00",
        "2027-04-08T07:00, 2027-04-08T08:00",
        "2027-04-08T08:00, 2027-04-15T08:00",
        "2027-06-30T12:00, 2027-07-01T08:00"
    })
    void aReminderLeavesAtEightOnTheNextStepOfTheLadder(LocalDateTime now, LocalDateTime expected) {
        assertThat(DeadlineExpressions.nextReminder(
                        DUE, now.atZone(PublicTime.ZONE).toInstant()))
                .isEqualTo(expected.atZone(PublicTime.ZONE).toInstant());
    }

    private static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(PublicTime.ZONE).toInstant();
    }
}
