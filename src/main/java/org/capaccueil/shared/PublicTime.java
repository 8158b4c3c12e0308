package org.capaccueil.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Time as people in the commune live it: days of Europe/Paris. Inside, everything is UTC. */
public final class PublicTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private PublicTime() {}

    /** The last instant at which something due on this day is on time. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1);
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The day it is there now. */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** {@code 12 mars 2027}, {@code 1er mars 2027}: for sentences and the trail. */
    public static String inWords(LocalDate day) {
        String written = day.format(DAY);
        return day.getDayOfMonth() == 1 ? "1er" + written.substring(1) : written;
    }
}
