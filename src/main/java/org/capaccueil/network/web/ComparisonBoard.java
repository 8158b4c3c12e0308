package org.capaccueil.network.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.network.domain.Compared;
import org.capaccueil.network.domain.Comparison;
import org.capaccueil.network.domain.Figure;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/**
 * One version and year as the page and the file show it.
 *
 * @param total the first of the lines
 * @param own whether the reader's own commune is in it
 * @param quarters whether any line stands on enough communes to show its ends
 */
record ComparisonBoard(
        String standard,
        String code,
        int year,
        int teams,
        Line total,
        List<Line> lines,
        boolean own,
        boolean quarters,
        List<String> themes,
        List<Series> series,
        List<String> namedColumns,
        List<NamedRow> named) {

    /** A score over the communes; everything is null where it is not shown. */
    record Line(
            String kind,
            String title,
            int communes,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest,
            @Nullable BigDecimal own) {

        static Line of(String kind, String title, Figure figure) {
            return new Line(
                    kind,
                    title,
                    figure.communes(),
                    Figure.shown(figure.mean()),
                    Figure.shown(figure.lowest()),
                    Figure.shown(figure.highest()),
                    Figure.shown(figure.own()));
        }
    }

    /** What the chart draws; null is a figure that is not shown. */
    record Series(String name, List<@Nullable BigDecimal> values) {}

    /** A commune that agreed to be named. */
    record NamedRow(String name, List<@Nullable BigDecimal> cells) {}

    static List<ComparisonBoard> of(Comparison.Overview overview) {
        return overview.sheets().stream()
                .map(sheet -> of(sheet, overview.names()))
                .toList();
    }

    private static ComparisonBoard of(Comparison.Sheet sheet, Map<CommuneId, String> names) {
        Compared compared = sheet.compared();
        List<Theme> themes = sheet.standard().themes().stream()
                .filter(theme -> compared.themes().containsKey(theme.code()))
                .toList();
        List<Figure> byTheme = themes.stream()
                .map(theme -> compared.themes().get(theme.code()))
                .toList();
        List<Line> lines = new ArrayList<>();
        Line total = Line.of("Ensemble", "Ensemble", compared.total());
        lines.add(total);
        for (int at = 0; at < themes.size(); at++) {
            lines.add(Line.of("Thème", themes.get(at).titleFr(), byTheme.get(at)));
        }
        compared.channels().forEach((channel, figure) -> lines.add(Line.of("Canal", channel.title(), figure)));
        boolean own = compared.total().own() != null;
        List<Series> series = new ArrayList<>();
        series.add(series("Moyenne des communes", byTheme, Figure::mean));
        if (own) {
            series.add(series("Votre commune", byTheme, Figure::own));
        }
        return new ComparisonBoard(
                sheet.version().fullTitle(),
                sheet.version().code(),
                compared.year(),
                compared.teams(),
                total,
                lines,
                own,
                lines.stream().anyMatch(line -> line.lowest() != null),
                themes.stream().map(Theme::titleFr).toList(),
                series,
                Stream.concat(Stream.of("Ensemble"), themes.stream().map(Theme::titleFr))
                        .toList(),
                named(compared.total(), byTheme, names));
    }

    private static Series series(String name, List<Figure> figures, Function<Figure, @Nullable BigFraction> score) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        figures.forEach(figure -> values.add(Figure.shown(score.apply(figure))));
        return new Series(name, values);
    }

    private static List<NamedRow> named(Figure total, List<Figure> themes, Map<CommuneId, String> names) {
        return total.named().keySet().stream()
                .map(commune -> {
                    List<@Nullable BigDecimal> cells = new ArrayList<>();
                    cells.add(Figure.shown(total.named().get(commune)));
                    themes.forEach(
                            theme -> cells.add(Optional.ofNullable(theme.named().get(commune))
                                    .map(Figure::shown)
                                    .orElse(null)));
                    return new NamedRow(names.get(commune), cells);
                })
                .sorted(Comparator.comparing(NamedRow::name))
                .toList();
    }
}
