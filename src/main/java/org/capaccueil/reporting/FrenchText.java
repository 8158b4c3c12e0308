package org.capaccueil.reporting;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.capaccueil.shared.PublicTime;
import org.jspecify.annotations.Nullable;

/** How a value of a record reads in a report: « 1er mars 2027 », « 12 mars 2027 à 14 h 32 », « 1 234,5 », « oui ». */
final class FrenchText {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRANCE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H 'h' mm", Locale.FRANCE);

    private FrenchText() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDate date) {
            return day(date);
        }
        if (value instanceof Instant instant) {
            ZonedDateTime local = instant.atZone(PublicTime.ZONE);
            return day(local.toLocalDate()) + " à " + local.format(TIME);
        }
        if (value instanceof BigDecimal || value instanceof Integer || value instanceof Long) {
            return number(value);
        }
        if (value instanceof Boolean truth) {
            return truth ? "oui" : "non";
        }
        if (value instanceof Collection<?> list) {
            return listed(list);
        }
        if (value instanceof CharSequence || value instanceof Enum<?>) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "no French text for a " + value.getClass().getName());
    }

    /** Words stand one to a line behind a dash; a single one needs none. */
    private static String listed(Collection<?> list) {
        return list.size() == 1
                ? of(list.iterator().next())
                : list.stream().map(one -> "– " + of(one)).collect(Collectors.joining("\n"));
    }

    private static String day(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? "1er" : date.getDayOfMonth()) + " " + date.format(MONTH_AND_YEAR);
    }

    private static String number(Object value) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.FRANCE);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        return new DecimalFormat("#,##0.####", symbols).format(value);
    }
}
