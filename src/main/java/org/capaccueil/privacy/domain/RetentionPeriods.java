package org.capaccueil.privacy.domain;

import java.util.stream.IntStream;
import org.capaccueil.indicator.Indicators;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many months things are kept, as the commune's record of processing says.
 *
 * @param identity after a departure, or after the last campaign the person took part in if that ends later
 * @param mails after a mail was written
 * @param corrections after a request for correction was answered
 * @param notes after a contact with a note was tapped
 * @param events after the month in which a contact was imported as single events
 * @param comments after the survey in which a resident wrote was closed
 * @param remarks after the mystery evaluations in which an observer remarked something were opened
 * @param journal after a line was written, until the archives service sorts it
 */
@ConfigurationProperties("capaccueil.retention")
record RetentionPeriods(
        @DefaultValue("24") int identity,
        @DefaultValue("12") int mails,
        @DefaultValue("12") int corrections,
        @DefaultValue("12") int notes,
        @DefaultValue("24") int events,
        @DefaultValue("12") int comments,
        @DefaultValue("12") int remarks,
        @DefaultValue("120") int journal) {

    RetentionPeriods {
        if (IntStream.of(identity, mails, corrections, notes, events, comments, remarks, journal)
                .anyMatch(months -> months < 1)) {
            throw new IllegalArgumentException("a retention period is at least one month");
        }
        if (events > Indicators.MOST_MONTHS_OF_EVENTS) {
            throw new IllegalArgumentException(
                    "single events are kept for 1 to " + Indicators.MOST_MONTHS_OF_EVENTS + " months");
        }
    }
}
