package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.domain.Target.What;
import org.capaccueil.indicator.exchange.Cell;
import org.capaccueil.indicator.exchange.CellFault;
import org.capaccueil.indicator.exchange.CellText;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of the lines of a file. A line names one indicator with its quantities, or gives named quantities for all
 * indicators that are made of them.
 */
final class ValueRowReader {

    private static final int LONGEST_TEXT = 2000;

    private final Recipe recipe;
    private final KnownNames names;
    private final Map<String, SeriesView> byCode;
    private final List<SeriesView> filled;
    private final LocalDate today;
    private final Consumer<StagedValue> values;
    private final boolean named;

    ValueRowReader(
            Recipe recipe, KnownNames names, List<SeriesView> series, LocalDate today, Consumer<StagedValue> values) {
        this.recipe = recipe;
        this.names = names;
        this.byCode = series.stream()
                .filter(SeriesView::isInUse)
                .collect(Collectors.toMap(one -> CellText.plain(one.code()), Function.identity()));
        this.filled = byCode.values().stream()
                .filter(one -> one.formula().quantities().stream().allMatch(quantity -> recipe.columns()
                        .containsValue(target(quantity).word())))
                .sorted(java.util.Comparator.comparing(SeriesView::code))
                .toList();
        this.today = today;
        this.values = values;
        this.named = recipe.has(What.INDICATOR);
    }

    private static Target target(Quantity quantity) {
        return Target.quantity(quantity.key());
    }

    void take(MappedFile.Row row) {
        TeamView team = names.team(row, recipe);
        Channel channel = team == null ? null : names.channel(row, recipe, team);
        if (team == null || channel == null) {
            return;
        }
        if (named) {
            named(row, team, channel);
        } else {
            quantities(row, team, channel);
        }
    }

    private void named(MappedFile.Row row, TeamView team, Channel channel) {
        Cell code = row.cell(What.INDICATOR);
        SeriesView series = code == null ? null : byCode.get(CellText.plain(code.text()));
        if (series == null) {
            row.fault(
                    What.INDICATOR,
                    code == null
                            ? "le code de l'indicateur manque."
                            : "« " + code.text() + " » n'est le code d'aucun indicateur en service.");
        } else if (!series.indicator().channels().contains(channel)) {
            row.fault(
                    What.CHANNEL,
                    "« " + series.title() + " » ne se mesure pas sur le canal « " + channel.title() + " ».");
        } else {
            value(row, team, channel, series, Target.of(What.PART), Target.of(What.BASE));
        }
    }

    private void quantities(MappedFile.Row row, TeamView team, Channel channel) {
        List<SeriesView> here = filled.stream()
                .filter(series -> series.indicator().channels().contains(channel))
                .toList();
        if (here.isEmpty()) {
            row.fault("aucun indicateur du canal « " + channel.title()
                    + " » n'a toutes ses quantités dans les colonnes choisies.");
            return;
        }
        boolean any = false;
        for (SeriesView series : here) {
            if (series.formula().quantities().stream().anyMatch(quantity -> row.cell(target(quantity)) != null)) {
                any = true;
                Quantity base = series.formula().base();
                value(
                        row,
                        team,
                        channel,
                        series,
                        target(series.formula().part()),
                        base == null ? Target.of(What.BASE) : target(base));
            }
        }
        if (!any) {
            row.fault("la ligne ne donne aucune quantité.");
        }
    }

    private void value(
            MappedFile.Row row, TeamView team, Channel channel, SeriesView series, Target part, Target base) {
        Period period = period(row, series);
        Map<Target, BigDecimal> numbers = new HashMap<>();
        if (period == null
                || !number(row, part, numbers)
                || series.formula().base() != null && !number(row, base, numbers)) {
            return;
        }
        BigDecimal under = numbers.get(base);
        if (series.formula().base() == null && row.cell(What.BASE) != null && named) {
            row.fault(What.BASE, "« " + series.title() + " » n'a pas de total : laissez la cellule vide.");
            return;
        }
        try {
            if (recipe.sum()) {
                series.formula().requireEach(numbers.get(part), under);
            } else {
                series.formula().requirePlausible(series.now().unit(), numbers.get(part), under);
            }
        } catch (BusinessRefusal refusal) {
            row.fault("base".equals(refusal.field()) ? base : part, series.code() + " : " + refusal.sentence());
            return;
        }
        try {
            values.accept(new StagedValue(
                    row.line(),
                    series.id(),
                    series.now().number(),
                    team.id(),
                    channel,
                    period,
                    Objects.requireNonNull(numbers.get(part)),
                    under,
                    text(row, What.SOURCE),
                    text(row, What.NOTE)));
        } catch (CellFault fault) {
            row.fault(fault.sentence());
        }
    }

    private @Nullable Period period(MappedFile.Row row, SeriesView series) {
        Cell cell = row.cell(What.PERIOD);
        if (cell == null && recipe.has(What.PERIOD)) {
            row.fault(What.PERIOD, "la période manque.");
            return null;
        }
        try {
            Period period = CellText.period(
                    cell == null ? new Cell(String.valueOf(recipe.period()), Cell.Kind.TEXT) : cell,
                    recipe.form(),
                    series.frequency());
            GivenFigures.requirePeriod(series.now(), period, today);
            return period;
        } catch (CellFault fault) {
            row.fault(What.PERIOD, fault.sentence());
        } catch (BusinessRefusal refusal) {
            row.fault(What.PERIOD, refusal.sentence());
        }
        return null;
    }

    private boolean number(MappedFile.Row row, Target target, Map<Target, BigDecimal> numbers) {
        Cell cell = row.cell(target);
        if (cell == null) {
            row.fault(target, "la cellule est vide : un nombre est attendu.");
            return false;
        }
        try {
            numbers.put(target, CellText.number(cell, recipe.form()));
            return true;
        } catch (CellFault fault) {
            row.fault(target, fault.sentence());
            return false;
        }
    }

    private static @Nullable String text(MappedFile.Row row, What what) throws CellFault {
        Cell cell = row.cell(what);
        if (cell == null) {
            return null;
        }
        String text = CellText.words(cell);
        if (text.length() > LONGEST_TEXT) {
            throw new CellFault("un texte dépasse " + LONGEST_TEXT + " caractères.");
        }
        return text;
    }
}
