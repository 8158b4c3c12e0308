package org.capaccueil.indicator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A month, a quarter or a year of the calendar. */
public record Period(Frequency frequency, LocalDate start) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final Pattern CODE = Pattern.compile("(\\d{4})(?:-(?:(\\d{2})|T([1-4])))?");

    public Period {
        if (start.getDayOfMonth() != 1 || (start.getMonthValue() - 1) % frequency.months() != 0) {
            throw new IllegalArgumentException(start + " begins no " + frequency);
        }
    }

    /** The one a day lies in. */
    public static Period of(Frequency frequency, LocalDate day) {
        int month = (day.getMonthValue() - 1) / frequency.months() * frequency.months() + 1;
        return new Period(frequency, LocalDate.of(day.getYear(), month, 1));
    }

    /** Reads « 2027-03 », « 2027-T1 » or « 2027 »; nothing where it is none of them. */
    public static Optional<Period> parse(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches() || parts.group(1).equals("0000")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            int month = Integer.parseInt(parts.group(2));
            return month < 1 || month > 12
                    ? Optional.empty()
                    : Optional.of(new Period(Frequency.MONTH, LocalDate.of(year, month, 1)));
        }
        return Optional.of(
                parts.group(3) == null
                        ? new Period(Frequency.YEAR, LocalDate.of(year, 1, 1))
                        : new Period(
                                Frequency.QUARTER, LocalDate.of(year, Integer.parseInt(parts.group(3)) * 3 - 2, 1)));
    }

    /** The last one that is over on this day. */
    public static Period lastOver(Frequency frequency, LocalDate today) {
        Period now = of(frequency, today);
        return now.end().equals(today) ? now : now.previous();
    }

    public LocalDate end() {
        return start.plusMonths(frequency.months()).minusDays(1);
    }

    public Period next() {
        return new Period(frequency, start.plusMonths(frequency.months()));
    }

    public Period previous() {
        return new Period(frequency, start.minusMonths(frequency.months()));
    }

    public boolean isBefore(Period other) {
        return start.isBefore(other.start);
    }

    /** « 2027-03 », « 2027-T1 », « 2027 »: for addresses and files. */
    public String code() {
        return switch (frequency) {
            case MONTH -> YearMonth.from(start).toString();
            case QUARTER -> start.getYear() + "-T" + quarter();
            case YEAR -> String.valueOf(start.getYear());
        };
    }

    /** « mars 2027 », « 1er trimestre 2027 », « 2027 ». */
    public String inWords() {
        return switch (frequency) {
            case MONTH -> start.format(MONTH);
            case QUARTER -> quarter() + (quarter() == 1 ? "er" : "e") + " trimestre " + start.getYear();
            case YEAR -> String.valueOf(start.getYear());
        };
    }

    private int quarter() {
        return (start.getMonthValue() + 2) / 3;
    }
}
