package org.capaccueil.indicator.exchange;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Period;
import org.capaccueil.shared.PublicTime;

/** Reads numbers, days and moments out of cells, in the way the file writes them. */
public final class CellText {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,40})?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4})");
    private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})[-/.](\\d{1,2})|(\\d{1,2})[-/.](\\d{4}))");
    private static final Pattern QUARTER = Pattern.compile("(?:[tq]([1-4])[ -]?(\\d{4})|(\\d{4})[ -]?[tq]([1-4])"
            + "|([1-4])(?:er|e|eme|nd)? trim(?:estre)?\\.? (\\d{4}))");
    private static final Pattern MONTH_IN_WORDS =
            Pattern.compile("([a-z]{3,9})\\.?(?:[ -](?=\\d{4})|-)(\\d{4}|\\d{2})");
    private static final Pattern DAY_IN_WORDS =
            Pattern.compile("(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?(\\d{1,2})(?:er)?[ -]([a-z]{3,9})\\.?"
                    + "[ -](\\d{4}|\\d{2})(?:,? (?:a )?(\\d{1,2}[:h].*))?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:h](\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?");
    private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern SPACE_OR_T = Pattern.compile("[ \\u00a0\\u202fT]+");
    private static final int SHOWN = 40;

    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");

    private CellText() {}

    /** What is written, of a cell that may hold words. */
    public static String words(Cell cell) throws CellFault {
        requireValue(cell);
        return cell.text();
    }

    public static BigDecimal number(Cell cell, TableForm form) throws CellFault {
        requireValue(cell);
        if (cell.kind() == Cell.Kind.MOMENT) {
            throw new CellFault("« " + cell.text() + " » est une date : un nombre est attendu.");
        }
        String compact = SPACES.matcher(cell.text()).replaceAll("");
        char decimal = cell.kind() == Cell.Kind.NUMBER ? '.' : form.decimal();
        char other = decimal == ',' ? '.' : ',';
        if (compact.indexOf(other) >= 0
                && NUMBER.matcher(compact.replace(other, '.')).matches()) {
            throw new CellFault("« " + shown(cell) + " » est écrit avec « " + other
                    + " », alors que le séparateur décimal choisi est « " + decimal + " ».");
        }
        String plain = compact.replace(decimal, '.');
        if (!NUMBER.matcher(plain).matches()) {
            throw new CellFault("« " + shown(cell) + " » n'est pas un nombre.");
        }
        return new BigDecimal(plain);
    }

    /** The period a cell names, or the one its day lies in. */
    public static Period period(Cell cell, TableForm form, Frequency frequency) throws CellFault {
        requireValue(cell);
        Optional<Period> named = named(cell);
        if (named.isPresent()) {
            Period period = named.get();
            if (period.frequency() != frequency) {
                throw new CellFault("« " + shown(cell) + " » n'est pas une période de cet indicateur, qui a une valeur "
                        + frequency.title() + ".");
            }
            return period;
        }
        return Period.of(frequency, day(cell, form));
    }

    /** Refuses what is no period, of however many months. */
    public static void requirePeriod(Cell cell, TableForm form) throws CellFault {
        requireValue(cell);
        if (named(cell).isEmpty()) {
            day(cell, form);
        }
    }

    private static Optional<Period> named(Cell cell) {
        String text = plain(cell.text());
        return Period.parse(text.toUpperCase(Locale.ROOT)).or(() -> month(text)).or(() -> quarter(text));
    }

    private static Optional<Period> month(String plain) {
        Matcher parts = MONTH.matcher(plain);
        if (parts.matches()) {
            boolean yearFirst = parts.group(1) != null;
            return period(
                    Integer.parseInt(parts.group(yearFirst ? 1 : 4)), Integer.parseInt(parts.group(yearFirst ? 2 : 3)));
        }
        Matcher words = MONTH_IN_WORDS.matcher(plain);
        return words.matches() ? period(fullYear(words.group(2)), monthNamed(words.group(1))) : Optional.empty();
    }

    private static Optional<Period> period(int year, int month) {
        return month < 1 || month > 12 || year == 0
                ? Optional.empty()
                : Optional.of(new Period(Frequency.MONTH, LocalDate.of(year, month, 1)));
    }

    /** The number of a month by its name or by as much of it as is no other's; 0 where it is none. */
    private static int monthNamed(String word) {
        if (MONTHS.contains(word)) {
            return MONTHS.indexOf(word) + 1;
        }
        List<String> begun =
                MONTHS.stream().filter(month -> month.startsWith(word)).toList();
        return begun.size() == 1 ? MONTHS.indexOf(begun.get(0)) + 1 : 0;
    }

    private static int fullYear(String written) {
        return (written.length() == 2 ? 2000 : 0) + Integer.parseInt(written);
    }

    private static Optional<Period> quarter(String plain) {
        Matcher parts = QUARTER.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= 5; group += 2) {
            if (parts.group(group) != null) {
                boolean yearFirst = group == 3;
                return Period.parse(
                        parts.group(yearFirst ? group : group + 1) + "-T" + parts.group(yearFirst ? group + 1 : group));
            }
        }
        return Optional.empty();
    }

    public static LocalDate day(Cell cell, TableForm form) throws CellFault {
        requireValue(cell);
        String text = cell.text();
        if (cell.kind() == Cell.Kind.MOMENT) {
            return moment(text).toLocalDate();
        }
        Matcher parts = DAY.matcher(SPACE_OR_T.split(text, 2)[0]);
        try {
            if (!parts.matches()) {
                return dayInWords(cell, form);
            }
            int one = Integer.parseInt(parts.group(1));
            int two = Integer.parseInt(parts.group(2));
            int three = Integer.parseInt(parts.group(3));
            return switch (form.dates()) {
                case YEAR_FIRST -> LocalDate.of(year(parts.group(1), one), two, three);
                case DAY_FIRST -> LocalDate.of(year(parts.group(3), three), two, one);
                case MONTH_FIRST -> LocalDate.of(year(parts.group(3), three), one, two);
            };
        } catch (DateTimeException noSuchDay) {
            throw noDay(cell, form);
        }
    }

    private static LocalDate dayInWords(Cell cell, TableForm form) throws CellFault {
        Matcher words = DAY_IN_WORDS.matcher(plain(cell.text()));
        if (!words.matches()) {
            throw noDay(cell, form);
        }
        return LocalDate.of(fullYear(words.group(3)), monthNamed(words.group(2)), Integer.parseInt(words.group(1)));
    }

    /** A moment of the clock on the wall, unless the cell says its distance from UTC. */
    public static Instant instant(Cell cell, TableForm form) throws CellFault {
        requireValue(cell);
        String text = cell.text();
        if (OFFSET.matcher(text).matches()) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException other) {
                throw noMoment(cell);
            }
        }
        LocalDateTime wall =
                cell.kind() == Cell.Kind.MOMENT ? moment(text) : LocalDateTime.of(day(cell, form), time(cell));
        if (PublicTime.ZONE.getRules().getValidOffsets(wall).isEmpty()) {
            throw new CellFault(
                    "« " + shown(cell) + " » n'a pas existé : cette nuit-là, on est passé à l'heure d'été.");
        }
        return wall.atZone(PublicTime.ZONE).toInstant();
    }

    private static LocalDateTime moment(String text) throws CellFault {
        try {
            return text.length() <= 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
        } catch (DateTimeParseException broken) {
            throw new CellFault("« " + text + " » n'est pas une date.");
        }
    }

    private static LocalTime time(Cell cell) throws CellFault {
        String[] parts = SPACE_OR_T.split(cell.text(), 2);
        Matcher time = TIME.matcher(parts.length == 2 ? parts[1].strip() : "");
        if (!time.matches()) {
            Matcher words = DAY_IN_WORDS.matcher(plain(cell.text()));
            time = TIME.matcher(words.matches() && words.group(4) != null ? words.group(4) : "");
        }
        if (!time.matches()) {
            throw noMoment(cell);
        }
        try {
            return LocalTime.of(
                    Integer.parseInt(time.group(1)),
                    Integer.parseInt(time.group(2)),
                    time.group(3) == null ? 0 : Integer.parseInt(time.group(3)));
        } catch (DateTimeException noSuchTime) {
            throw noMoment(cell);
        }
    }

    private static int year(String written, int year) throws CellFault {
        if (written.length() == 2) {
            return 2000 + year;
        }
        if (written.length() != 4 || year < 1900) {
            throw new CellFault(
                    "« " + written + " » n'est pas une année. L'ordre choisi pour les dates est-il le bon ?");
        }
        return year;
    }

    private static CellFault noDay(Cell cell, TableForm form) {
        return new CellFault("« " + shown(cell) + " » n'est pas une date ou une période (ordre choisi : "
                + form.dates().title() + ").");
    }

    private static CellFault noMoment(Cell cell) {
        return new CellFault("« " + shown(cell) + " » n'est pas une date avec son heure, comme 12/03/2027 14:32.");
    }

    private static void requireValue(Cell cell) throws CellFault {
        if (cell.kind() == Cell.Kind.FORMULA) {
            throw new CellFault(
                    "la cellule contient une formule. Remplacez-la par sa valeur (collage spécial, valeurs).");
        }
        if (cell.kind() == Cell.Kind.FAULT) {
            throw new CellFault("la cellule contient une erreur du tableur (" + cell.text() + ").");
        }
    }

    /** Small letters without accents, and one space for however many of whatever kind: as names are compared. */
    public static String plain(String text) {
        return Normalizer.normalize(onOneLine(text), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A text on one line, as the title of a column is known by. */
    public static String onOneLine(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    static String shown(Cell cell) {
        return cell.text().length() <= SHOWN ? cell.text() : cell.text().substring(0, SHOWN) + "…";
    }
}
