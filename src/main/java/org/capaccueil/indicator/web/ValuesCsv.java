package org.capaccueil.indicator.web;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.capaccueil.indicator.domain.SeriesReading.Exported;
import org.capaccueil.indicator.domain.SeriesReading.Reading;
import org.capaccueil.shared.SpreadsheetText;
import org.capaccueil.shared.TypedNumber;

/** The values that stand, for a spreadsheet, and to be brought in again: every column has the name an import knows. */
final class ValuesCsv {

    static final List<String> HEADINGS = List.of(
            "Indicateur",
            "Titre",
            "Équipe",
            "Canal",
            "Période",
            "Quantité",
            "Total",
            "Valeur",
            "Unité",
            "État",
            "Source",
            "Note",
            "Origine",
            "Révision");

    private final Supplier<PrintWriter> begin;
    private PrintWriter out;

    ValuesCsv(Supplier<PrintWriter> begin) {
        this.begin = begin;
    }

    void line(Exported value) {
        Reading reading = value.reading();
        write(List.of(
                value.series().code(),
                value.series().title(),
                value.team().code(),
                reading.given().channel().title(),
                reading.period().code(),
                TypedNumber.written(reading.given().part()),
                TypedNumber.written(reading.given().base()),
                TypedNumber.written(reading.value()),
                reading.how().unit(),
                reading.verdict().title(),
                reading.given().source(),
                Objects.requireNonNullElse(reading.given().note(), ""),
                reading.given().origin().title(),
                String.valueOf(reading.given().revision())));
    }

    /** A file without values has its headings all the same. */
    void end() {
        out().flush();
    }

    private PrintWriter out() {
        if (out == null) {
            out = begin.get();
            out.write('\uFEFF');
            write(HEADINGS);
        }
        return out;
    }

    private void write(List<String> cells) {
        out().write(cells.stream().map(SpreadsheetText::cell).collect(Collectors.joining(";", "", "\r\n")));
    }
}
