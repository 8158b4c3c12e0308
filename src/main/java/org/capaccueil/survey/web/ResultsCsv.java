package org.capaccueil.survey.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.capaccueil.shared.SpreadsheetText;
import org.capaccueil.survey.domain.Margin;
import org.capaccueil.survey.domain.Results.OptionCount;
import org.capaccueil.survey.domain.Results.QuestionCounts;
import org.capaccueil.survey.domain.Results.Row;
import org.capaccueil.survey.domain.Results.Sheet;
import org.capaccueil.survey.domain.Share;
import org.jspecify.annotations.Nullable;

/** The page of results for a spreadsheet, line by line: what is hidden there is hidden here. */
final class ResultsCsv {

    private static final List<String> HEADINGS =
            List.of("Tableau", "Ligne", "Réponses", "Nombre", "Part (%)", "Borne basse (%)", "Borne haute (%)");

    private static final String HIDDEN = "masqué";
    private static final String TOO_FEW = "moins de 5";
    private static final int PLACES = 2;

    private final Consumer<String> lines;
    private final boolean random;

    private ResultsCsv(Consumer<String> lines, boolean random) {
        this.lines = lines;
        this.random = random;
    }

    static void write(Sheet sheet, Consumer<String> lines) {
        lines.accept(new SpreadsheetText().line(HEADINGS).toString());
        new ResultsCsv(lines, sheet.hasMargin()).write(sheet);
    }

    private void write(Sheet sheet) {
        line("Réponses recueillies", "", sheet.collected() == null ? TOO_FEW : String.valueOf(sheet.collected()), "");
        if (sheet.release() == null) {
            return;
        }
        share("Satisfaits de l'accueil", "Ensemble", sheet.release().whole());
        table("Par point d'accueil", sheet.table(Margin.POINT.name()));
        table("Par canal", sheet.table(Margin.CHANNEL.name()));
        table("Par mois", sheet.table(Margin.MONTH.name()));
        table("Par façon d'arriver à l'enquête", sheet.table(Margin.WAY.name()));
        sheet.questions().forEach(this::question);
    }

    private void table(String table, List<Row> rows) {
        rows.forEach(row -> share(table, row.label(), row.share()));
    }

    private void share(String table, String label, @Nullable Share share) {
        if (share == null) {
            line(table, label, HIDDEN, HIDDEN);
        } else if (random) {
            line(
                    table,
                    label,
                    String.valueOf(share.answers()),
                    String.valueOf(share.satisfied()),
                    number(share.percent()),
                    number(share.lower()),
                    number(share.upper()));
        } else {
            line(
                    table,
                    label,
                    String.valueOf(share.answers()),
                    String.valueOf(share.satisfied()),
                    number(share.percent()));
        }
    }

    private void question(QuestionCounts counted) {
        for (OptionCount option : counted.options()) {
            line(
                    counted.question().text(),
                    option.option(),
                    String.valueOf(counted.base()),
                    option.chosen() == null ? HIDDEN : String.valueOf(option.chosen()),
                    option.percent() == null ? "" : number(BigDecimal.valueOf(option.percent())));
        }
    }

    private void line(String... cells) {
        List<String> all = new ArrayList<>(List.of(cells));
        while (all.size() < HEADINGS.size()) {
            all.add("");
        }
        lines.accept(SpreadsheetText.row(all));
    }

    private static String number(BigDecimal percent) {
        return percent.setScale(PLACES, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
    }
}
