package org.capaccueil.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.capaccueil.shared.PublicTime;
import org.springframework.stereotype.Component;

/**
 * Dates, distances and numbers as a page says them in French; templates reach it as {@code @fr}. A date never stands
 * without saying how far away it is, and the same distance has the same words on every page.
 */
@Component("fr")
public class FrenchWords {

    /** From this many days on, a due date is shown as coming soon; the reminder ladder's middle step. */
    private static final int SOON_DAYS = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H 'h' mm", Locale.FRENCH);
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Clock clock;

    FrenchWords(Clock clock) {
        this.clock = clock;
    }

    /** {@code 12 mars 2027}, {@code 1er mars 2027}. */
    public String day(LocalDate date) {
        String written = date.format(DAY);
        return date.getDayOfMonth() == 1 ? "1er" + written.substring(1) : written;
    }

    public String day(Instant instant) {
        return day(PublicTime.dayOf(instant));
    }

    /** {@code 14 h 32}. */
    public String time(Instant instant) {
        return ZonedDateTime.ofInstant(instant, PublicTime.ZONE).format(TIME);
    }

    /** {@code 12 mars 2027 à 14 h 32}. */
    public String moment(Instant instant) {
        return day(instant) + " à " + time(instant);
    }

    /** How far away a due date is: {@code aujourd'hui}, {@code demain}, {@code dans 5 jours}, {@code en retard de 2 jours}. */
    public String distance(LocalDate due) {
        long days = ChronoUnit.DAYS.between(today(), due);
        if (days == 0) {
            return "aujourd’hui";
        }
        if (days == 1) {
            return "demain";
        }
        return days > 0 ? "dans " + span(days) : "en retard de " + span(-days);
    }

    public String distance(Instant due) {
        return distance(PublicTime.dayOf(due));
    }

    /** How long something has lasted: {@code depuis 12 minutes}, {@code depuis 3 jours}. */
    public String since(Instant start) {
        return "depuis " + elapsed(start);
    }

    /** How long ago something happened: {@code il y a 12 minutes}. */
    public String ago(Instant moment) {
        return "il y a " + elapsed(moment);
    }

    public boolean isLate(LocalDate due) {
        return due.isBefore(today());
    }

    public boolean isLate(Instant due) {
        return isLate(PublicTime.dayOf(due));
    }

    public boolean isSoon(LocalDate due) {
        return !isLate(due) && ChronoUnit.DAYS.between(today(), due) <= SOON_DAYS;
    }

    public boolean isSoon(Instant due) {
        return isSoon(PublicTime.dayOf(due));
    }

    /** The value of a {@code datetime} attribute. */
    public String iso(LocalDate date) {
        return date.toString();
    }

    public String iso(Instant instant) {
        return instant.toString();
    }

    /**
     * A number for the screen, one decimal at most, decimal comma: {@code 74,6}, {@code 75}, {@code 12 500}. It is cut,
     * never rounded up: 74.96 must not read as the 75 that conforms. Where less is better an indicator says what is shown.
     */
    public String number(Number value) {
        return written("#,##0.#", value);
    }

    /** What an indicator is held against, and its value as it is shown beside: the same with two decimals at most. */
    public String figure(Number value) {
        return written("#,##0.##", value);
    }

    private static String written(String pattern, Number value) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.FRENCH);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(new BigDecimal(value.toString()));
    }

    /** The size of a file: {@code 812 Ko}, {@code 20 Mo}. */
    public String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " octets";
        }
        long kilo = bytes / 1024;
        return kilo < 1024 ? kilo + " Ko" : number(BigDecimal.valueOf(bytes / 104857.6 / 10)) + " Mo";
    }

    private String elapsed(Instant start) {
        long minutes = Math.max(0, ChronoUnit.MINUTES.between(start, clock.instant()));
        if (minutes < 1) {
            return "moins d’une minute";
        }
        if (minutes < 60) {
            return minutes + (minutes == 1 ? " minute" : " minutes");
        }
        long days = ChronoUnit.DAYS.between(PublicTime.dayOf(start), today());
        if (days < 1) {
            long hours = minutes / 60;
            return hours + (hours == 1 ? " heure" : " heures");
        }
        return span(days);
    }

    /** Days up to two months, then months: nobody counts 400 days. */
    private static String span(long days) {
        if (days < 60) {
            return days + (days == 1 ? " jour" : " jours");
        }
        long months = Math.round(days / 30.44);
        return months < 24 ? months + " mois" : Math.round(days / 365.25) + " ans";
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }
}
