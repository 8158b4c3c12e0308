package org.capaccueil.indicator.domain;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.indicator.domain.Target.What;
import org.capaccueil.indicator.exchange.CellText;
import org.capaccueil.indicator.exchange.TableForm;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/**
 * How a file becomes values or events: how it is written, what its columns say, and what is the same on all lines.
 *
 * @param columns what a column says, by its title on one line; columns nobody needs are not in it
 * @param team whose the lines are, where no column says it
 * @param channel on which channel, where no column says it
 * @param period « 2027-03 », where no column says it; not kept with a recipe
 * @param sum whether the lines of one period are added up, as those of a daily report are
 */
public record Recipe(
        Kind kind,
        TableForm form,
        Map<String, String> columns,
        @Nullable UUID team,
        @Nullable Channel channel,
        @Nullable String period,
        boolean sum) {

    /** What the lines of a file are. */
    public enum Kind {
        VALUES("Valeurs par période"),
        EVENTS("Événements un par un");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private static final Set<What> FOR_VALUES = EnumSet.of(
            What.TEAM,
            What.CHANNEL,
            What.PERIOD,
            What.INDICATOR,
            What.PART,
            What.BASE,
            What.SOURCE,
            What.NOTE,
            What.QUANTITY);
    private static final Set<What> FOR_EVENTS =
            EnumSet.of(What.TEAM, What.CHANNEL, What.ID, What.CONTACT, What.EVENT, What.AT, What.MOMENT);

    public Recipe {
        Map<String, String> byTitle = new LinkedHashMap<>();
        columns.forEach((title, word) -> byTitle.put(CellText.onOneLine(title), word));
        columns = byTitle;
    }

    Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        columns.forEach((title, word) -> Target.parse(word).ifPresent(target -> targets.put(title, target)));
        return targets;
    }

    boolean has(What what) {
        return targets().values().stream().anyMatch(target -> target.what() == what);
    }

    /** Without what is of one file only. */
    Recipe toKeep() {
        return new Recipe(kind, form, columns, team, channel, null, sum);
    }

    /**
     * The same for a file that is written in this form: what is not seen in a file, how it writes fractions and days, is the
     * recipe's. A workbook says itself how it writes the few fractions that are texts.
     */
    Recipe on(TableForm file) {
        TableForm both = new TableForm(
                file.workbook(),
                file.charset(),
                file.delimiter(),
                form.workbook() ? file.decimal() : form.decimal(),
                form.dates(),
                file.headerLine());
        return new Recipe(kind, both, columns, team, channel, period, sum);
    }

    /** Refuses what cannot be read whatever the file holds. */
    void requireUsable() {
        Set<What> known = kind == Kind.VALUES ? FOR_VALUES : FOR_EVENTS;
        for (Target target : targets().values()) {
            if (!known.contains(target.what())) {
                throw new BusinessRefusal(
                        "columns",
                        "« " + target.what().title()
                                + " » n'a pas de sens pour ce genre de fichier. Choisissez autre chose pour cette colonne.");
            }
        }
        Set<String> twice = new TreeSet<>();
        targets().values().stream()
                .collect(Collectors.groupingBy(Target::word, Collectors.counting()))
                .forEach((word, count) -> {
                    if (count > 1) {
                        twice.add(word);
                    }
                });
        if (!twice.isEmpty()) {
            throw new BusinessRefusal(
                    "columns", "Deux colonnes disent la même chose. Gardez-en une, et laissez l'autre de côté.");
        }
        require(has(What.TEAM) || team != null, "Dites quelle colonne nomme l'équipe, ou choisissez l'équipe.");
        require(has(What.CHANNEL) || channel != null, "Dites quelle colonne nomme le canal, ou choisissez le canal.");
        if (kind == Kind.VALUES) {
            require(
                    has(What.PERIOD) || period != null && !period.isBlank(),
                    "Dites quelle colonne donne la période, ou choisissez la période.");
            require(
                    has(What.QUANTITY) || has(What.INDICATOR) && has(What.PART),
                    "Dites quelles colonnes donnent les quantités.");
        } else {
            require(has(What.CONTACT), "Dites quelle colonne identifie le ticket, l'appel ou le message.");
            require(
                    has(What.MOMENT) || has(What.EVENT) && has(What.AT) && has(What.ID),
                    "Dites quelles colonnes donnent les moments ; ou bien, pour un événement par ligne, son identifiant, "
                            + "sa nature et son moment.");
        }
    }

    private static void require(boolean said, String sentence) {
        if (!said) {
            throw new BusinessRefusal("columns", sentence);
        }
    }
}
