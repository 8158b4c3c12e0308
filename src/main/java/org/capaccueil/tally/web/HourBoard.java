package org.capaccueil.tally.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Load by hour and weekday, as a table whose cells say the number and whose shade repeats it.
 *
 * @param days from Monday; Saturday and Sunday only where somebody came
 * @param busiest the busiest hour in words, null without contacts
 */
record HourBoard(List<String> days, List<Row> rows, List<Long> totals, @Nullable String busiest) {

    private static final int HOURS_A_DAY = 24;
    private static final int FIRST_SHOWN = 8;
    private static final int LAST_SHOWN = 17;
    private static final int SHADES = 4;

    /** One hour of every day. */
    record Row(String hour, List<Cell> cells, long total) {}

    /**
     * @param shade 0 for none, then 1 to 4 by quarters of the busiest hour
     */
    record Cell(long contacts, long shade) {}

    static HourBoard of(List<Long> hours) {
        List<Integer> shown = IntStream.range(0, DayOfWeek.values().length)
                .filter(day -> day < DayOfWeek.SATURDAY.getValue() - 1 || ofDay(hours, day) > 0)
                .boxed()
                .toList();
        int first = IntStream.range(0, FIRST_SHOWN)
                .filter(hour -> ofHour(hours, hour) > 0)
                .findFirst()
                .orElse(FIRST_SHOWN);
        int last = IntStream.iterate(HOURS_A_DAY - 1, hour -> hour > LAST_SHOWN, hour -> hour - 1)
                .filter(hour -> ofHour(hours, hour) > 0)
                .findFirst()
                .orElse(LAST_SHOWN);
        long most = Collections.max(hours);
        return new HourBoard(
                shown.stream().map(day -> day(day, TextStyle.SHORT)).toList(),
                IntStream.rangeClosed(first, last)
                        .mapToObj(hour -> new Row(
                                span(hour),
                                shown.stream()
                                        .map(day -> cell(hours.get(day * HOURS_A_DAY + hour), most))
                                        .toList(),
                                ofHour(hours, hour)))
                        .toList(),
                shown.stream().map(day -> ofDay(hours, day)).toList(),
                most == 0 ? null : inWords(hours.indexOf(most), most));
    }

    private static Cell cell(long contacts, long most) {
        return new Cell(contacts, contacts == 0 ? 0 : (SHADES * contacts + most - 1) / most);
    }

    private static long ofDay(List<Long> hours, int day) {
        return hours.subList(day * HOURS_A_DAY, (day + 1) * HOURS_A_DAY).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long ofHour(List<Long> hours, int hour) {
        return Arrays.stream(DayOfWeek.values())
                .mapToLong(day -> hours.get((day.getValue() - 1) * HOURS_A_DAY + hour))
                .sum();
    }

    private static String day(int at, TextStyle style) {
        return DayOfWeek.of(at + 1).getDisplayName(style, Locale.FRENCH);
    }

    private static String span(int hour) {
        return hour + "–" + (hour + 1) + " h";
    }

    private static String inWords(int hourOfWeek, long contacts) {
        int hour = hourOfWeek % HOURS_A_DAY;
        return day(hourOfWeek / HOURS_A_DAY, TextStyle.FULL) + " de " + hour + " h à " + (hour + 1) + " h, avec "
                + contacts + (contacts == 1 ? " demande" : " demandes");
    }
}
