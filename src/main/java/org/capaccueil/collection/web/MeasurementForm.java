package org.capaccueil.collection.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.collection.domain.CollectionSheet;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.MeasureRow;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.TypedNumber;
import org.jspecify.annotations.Nullable;

/**
 * A line of the collection sheet as it is typed. Everything is text, so that what cannot be read is still there to be
 * mended.
 *
 * @param notMeasured ticked when there is no figure
 * @param reason why there is none
 * @param version the version the person saw
 * @param over the other person's version, when this person has seen it and keeps their own
 */
public record MeasurementForm(
        @Nullable String value,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable Boolean notMeasured,
        @Nullable String reason,
        @Nullable String source,
        @Nullable String periodStart,
        @Nullable String periodEnd,
        @Nullable String note,
        long version,
        @Nullable Long over) {

    private static final DateTimeFormatter FRENCH_DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.FRENCH).withResolverStyle(ResolverStyle.STRICT);

    /** What the page shows for a line: what is kept, or the proposed source and period. */
    static MeasurementForm of(MeasureRow row, CollectionSheet sheet) {
        MeasurementView kept = row.kept();
        boolean share = row.indicator().isShare();
        if (kept == null) {
            return new MeasurementForm(
                    "",
                    "",
                    "",
                    false,
                    "",
                    row.indicator().sourceFr(),
                    sheet.periodStart().toString(),
                    sheet.periodEnd().toString(),
                    "",
                    row.version(),
                    null);
        }
        return new MeasurementForm(
                share ? "" : TypedNumber.written(kept.value()),
                TypedNumber.written(kept.numerator()),
                TypedNumber.written(kept.denominator()),
                kept.unavailable() != null,
                text(kept.unavailable()),
                kept.source() == null ? row.indicator().sourceFr() : kept.source(),
                Objects.requireNonNullElse(kept.periodStart(), sheet.periodStart())
                        .toString(),
                Objects.requireNonNullElse(kept.periodEnd(), sheet.periodEnd()).toString(),
                text(kept.note()),
                row.version(),
                null);
    }

    /** What is typed, read; refuses what is no number or no day, at its field. */
    Figures figures() {
        if (Boolean.TRUE.equals(notMeasured)) {
            return Figures.notMeasured(reason, orNull(source), orNull(note));
        }
        return new Figures(
                TypedNumber.of("value", value),
                TypedNumber.of("numerator", numerator),
                TypedNumber.of("denominator", denominator),
                day("periodStart", periodStart),
                day("periodEnd", periodEnd),
                orNull(source),
                orNull(note),
                null);
    }

    long seen() {
        return over == null ? version : over;
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed) {
        String given = text(typed).strip();
        if (given.isEmpty()) {
            return null;
        }
        try {
            return given.contains("/") ? LocalDate.parse(given, FRENCH_DAY) : LocalDate.parse(given);
        } catch (DateTimeParseException notADay) {
            throw new BusinessRefusal(
                    field, "« " + shortened(typed) + " » n'est pas une date. Écrivez par exemple 31/12/2026.");
        }
    }

    private static String shortened(@Nullable String typed) {
        String given = text(typed).strip();
        return given.length() <= 40 ? given : given.substring(0, 40) + "…";
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static @Nullable String orNull(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
