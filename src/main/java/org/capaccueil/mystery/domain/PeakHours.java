package org.capaccueil.mystery.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/** When residents come in numbers, and no observer takes their place: « lundi 9-12, mercredi 14-16, 11-12 ». */
record PeakHours(List<Span> spans) {

    private static final Pattern ONE = Pattern.compile(
            "(?:(lundi|mardi|mercredi|jeudi|vendredi)s?\\s+)?(\\d{1,2})\\s*h?\\s*[-–]\\s*(\\d{1,2})\\s*h?");

    private static final List<String> DAYS = List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi");

    /** Hours of a weekday; of each where none is named. */
    record Span(@Nullable DayOfWeek day, int from, int to) {}

    static PeakHours of(String typed) {
        List<Span> spans = new ArrayList<>();
        for (String part : typed.toLowerCase(Locale.FRENCH).split("[,;\\n]")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher words = ONE.matcher(part.strip());
            if (!words.matches()
                    || Integer.parseInt(words.group(2)) >= Integer.parseInt(words.group(3))
                    || Integer.parseInt(words.group(3)) > 24) {
                throw new BusinessRefusal(
                        "peaks",
                        "« " + part.strip() + " » ne se lit pas comme des heures. Écrivez par exemple : lundi 9-12, "
                                + "mercredi 14-16.");
            }
            spans.add(new Span(
                    words.group(1) == null ? null : DayOfWeek.of(1 + DAYS.indexOf(words.group(1))),
                    Integer.parseInt(words.group(2)),
                    Integer.parseInt(words.group(3))));
        }
        return new PeakHours(List.copyOf(spans));
    }

    boolean holds(LocalDate day, int hour) {
        return spans.stream()
                .anyMatch(span -> (span.day() == null || span.day() == day.getDayOfWeek())
                        && hour >= span.from()
                        && hour < span.to());
    }
}
