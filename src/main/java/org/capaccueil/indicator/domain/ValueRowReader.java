package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Formula;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.Frequency;
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
    private static final Set<What> COUNTED = EnumSet.of(What.PART, What.BASE, What.QUANTITY);

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

    /** Every cell is read, whatever is wrong with the others: who corrects a file wants to know all of it at once. */
    void take(MappedFile.Row row) {
        TeamView team = names.team(row, recipe);
        Channel channel = names.channel(row, recipe, team);
        Line line = new Line(row);
        List<SeriesView> given = named ? named(row, channel) : quantities(row, channel);
        if (given.isEmpty()) {
            line.readAll();
        }
        for (SeriesView series : given) {
            line.value(team, channel, series);
        }
    }

    private List<SeriesView> named(MappedFile.Row row, @Nullable Channel channel) {
        Cell code = row.cell(What.INDICATOR);
        SeriesView series = code == null ? null : byCode.get(CellText.plain(code.text()));
        if (series == null) {
            row.fault(
                    What.INDICATOR,
                    code == null
                            ? "le code de l'indicateur manque."
                            : "« " + code.text() + " » n'est le code d'aucun indicateur en service.");
            return List.of();
        }
        if (channel != null && !series.indicator().channels().contains(channel)) {
            row.fault(
                    What.CHANNEL,
                    "« " + series.title() + " » ne se mesure pas sur le canal « " + channel.title() + " ».");
        }
        return List.of(series);
    }

    private List<SeriesView> quantities(MappedFile.Row row, @Nullable Channel channel) {
        if (channel == null) {
            return List.of();
        }
        List<SeriesView> here = filled.stream()
                .filter(series -> series.indicator().channels().contains(channel))
                .toList();
        List<SeriesView> given = here.stream()
                .filter(series ->
                        series.formula().quantities().stream().anyMatch(quantity -> row.cell(target(quantity)) != null))
                .toList();
        if (here.isEmpty()) {
            row.fault("aucun indicateur du canal « " + channel.title()
                    + " » n'a toutes ses quantités dans les colonnes choisies.");
        } else if (given.isEmpty()) {
            row.fault("la ligne ne donne aucune quantité.");
        }
        return given;
    }

    /** One line, whose cells are read once, however many indicators are made of them. */
    private final class Line {

        private final MappedFile.Row row;
        private final @Nullable String source;
        private final @Nullable String note;
        private final Map<Target, Optional<BigDecimal>> numbers = new HashMap<>();
        private final Map<Frequency, Optional<Period>> periods = new EnumMap<>(Frequency.class);

        Line(MappedFile.Row row) {
            this.row = row;
            this.source = text(What.SOURCE);
            this.note = text(What.NOTE);
        }

        void value(@Nullable TeamView team, @Nullable Channel channel, SeriesView series) {
            Formula formula = series.formula();
            Target part = named ? Target.of(What.PART) : target(formula.part());
            Target base = named || formula.base() == null ? Target.of(What.BASE) : target(formula.base());
            Period period = periods.computeIfAbsent(series.frequency(), key -> period(series))
                    .orElse(null);
            BigDecimal over = number(part);
            BigDecimal under = formula.base() == null ? null : number(base);
            if (formula.base() == null && named && row.cell(What.BASE) != null) {
                row.fault(What.BASE, "« " + series.title() + " » n'a pas de total : laissez la cellule vide.");
            }
            if (over != null && (formula.base() == null || under != null)) {
                judge(series, part, over, base, under);
            }
            if (!row.isFaulty() && team != null && channel != null && period != null && over != null) {
                values.accept(new StagedValue(
                        row.line(),
                        series.id(),
                        series.now().number(),
                        team.id(),
                        channel,
                        period,
                        over,
                        under,
                        source,
                        note));
            }
        }

        private void judge(SeriesView series, Target part, BigDecimal over, Target base, @Nullable BigDecimal under) {
            try {
                if (recipe.sum()) {
                    series.formula().requireEach(over, under);
                } else {
                    series.formula().requirePlausible(series.now().unit(), over, under);
                }
            } catch (BusinessRefusal refusal) {
                row.fault("base".equals(refusal.field()) ? base : part, series.code() + " : " + refusal.sentence());
            }
        }

        /** What can be said of a line of which it is not known what indicator it gives. */
        void readAll() {
            Cell period = row.cell(What.PERIOD);
            if (period == null && recipe.has(What.PERIOD)) {
                row.fault(What.PERIOD, "la période manque.");
            } else if (period != null) {
                try {
                    CellText.requirePeriod(period, recipe.form());
                } catch (CellFault fault) {
                    row.fault(What.PERIOD, fault.sentence());
                }
            }
            recipe.targets().values().stream()
                    .filter(target -> COUNTED.contains(target.what()) && row.cell(target) != null)
                    .forEach(this::number);
        }

        private Optional<Period> period(SeriesView series) {
            Cell cell = row.cell(What.PERIOD);
            if (cell == null && recipe.has(What.PERIOD)) {
                row.fault(What.PERIOD, "la période manque.");
                return Optional.empty();
            }
            try {
                Period period = CellText.period(
                        cell == null ? Cell.text(String.valueOf(recipe.period())) : cell,
                        recipe.form(),
                        series.frequency());
                GivenFigures.requirePeriod(series.now(), period, today);
                return Optional.of(period);
            } catch (CellFault fault) {
                row.fault(What.PERIOD, fault.sentence());
            } catch (BusinessRefusal refusal) {
                row.fault(What.PERIOD, refusal.sentence());
            }
            return Optional.empty();
        }

        private @Nullable BigDecimal number(Target target) {
            return numbers.computeIfAbsent(target, this::read).orElse(null);
        }

        private Optional<BigDecimal> read(Target target) {
            Cell cell = row.cell(target);
            if (cell == null) {
                row.fault(target, "la cellule est vide : un nombre est attendu.");
                return Optional.empty();
            }
            try {
                return Optional.of(CellText.number(cell, recipe.form()));
            } catch (CellFault fault) {
                row.fault(target, fault.sentence());
                return Optional.empty();
            }
        }

        private @Nullable String text(What what) {
            Cell cell = row.cell(what);
            if (cell == null) {
                return null;
            }
            try {
                String text = CellText.words(cell);
                if (text.length() <= LONGEST_TEXT) {
                    return text;
                }
                row.fault(what, "un texte dépasse " + LONGEST_TEXT + " caractères.");
            } catch (CellFault fault) {
                row.fault(what, fault.sentence());
            }
            return null;
        }
    }
}
