package org.capaccueil.network.web;

import java.math.BigDecimal;
import java.util.List;
import org.capaccueil.shared.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/** The aggregates of the page, and nothing more, for a spreadsheet. */
final class ComparisonCsv {

    private ComparisonCsv() {}

    static String of(List<ComparisonBoard> boards) {
        SpreadsheetText text = new SpreadsheetText()
                .line(List.of(
                        "Référentiel",
                        "Année",
                        "Équipes",
                        "Portée",
                        "Intitulé",
                        "Communes",
                        "Moyenne (sur 100)",
                        "Moyenne du quart le plus bas (sur 100)",
                        "Moyenne du quart le plus haut (sur 100)",
                        "Votre commune (sur 100)"));
        boards.forEach(board -> board.lines()
                .forEach(line -> text.line(List.of(
                        board.standard(),
                        String.valueOf(board.year()),
                        String.valueOf(board.teams()),
                        line.kind(),
                        line.title(),
                        line.mean() == null ? "" : String.valueOf(line.communes()),
                        score(line.mean()),
                        score(line.lowest()),
                        score(line.highest()),
                        score(line.own())))));
        return text.toString();
    }

    private static String score(@Nullable BigDecimal score) {
        return score == null ? "" : score.toPlainString().replace('.', ',');
    }
}
