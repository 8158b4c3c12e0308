package org.capaccueil.indicator.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.domain.Target.What;
import org.capaccueil.indicator.exchange.CellText;
import org.capaccueil.indicator.exchange.Table;
import org.capaccueil.indicator.exchange.TableDetection;
import org.capaccueil.indicator.exchange.TableFaults;
import org.capaccueil.indicator.exchange.TableForm;

/** A first understanding of a file: a recipe whose columns are all there, else what the titles say by themselves. */
final class RecipeGuess {

    private static final Map<String, What> WORDS = Map.ofEntries(
            Map.entry("equipe", What.TEAM),
            Map.entry("service", What.TEAM),
            Map.entry("canal", What.CHANNEL),
            Map.entry("periode", What.PERIOD),
            Map.entry("mois", What.PERIOD),
            Map.entry("date", What.PERIOD),
            Map.entry("jour", What.PERIOD),
            Map.entry("indicateur", What.INDICATOR),
            Map.entry("quantite", What.PART),
            Map.entry("total", What.BASE),
            Map.entry("source", What.SOURCE),
            Map.entry("note", What.NOTE));

    private static final Map<String, What> EVENT_WORDS = Map.of(
            "equipe", What.TEAM,
            "canal", What.CHANNEL,
            "identifiant", What.ID,
            "id", What.ID,
            "contact", What.CONTACT,
            "evenement", What.EVENT,
            "moment", What.AT,
            "horodatage", What.AT);

    private RecipeGuess() {}

    /** The titles of a file's columns, those without one left out. */
    static List<String> titles(byte[] file, TableForm form) {
        List<String> titles = new ArrayList<>();
        Table.read(file, form, new TableFaults(), (line, cells) -> {
            if (line < form.headerLine()) {
                return true;
            }
            cells.stream()
                    .map(cell -> CellText.onOneLine(cell.text()))
                    .filter(title -> !title.isBlank())
                    .forEach(titles::add);
            return false;
        });
        return titles;
    }

    /** The one that says most of the file, of those whose columns are all there. */
    static Optional<ImportRows.Named> known(List<ImportRows.Named> recipes, byte[] file, TableForm form) {
        Map<Integer, List<String>> read = new HashMap<>();
        return recipes.stream()
                .filter(one -> Stream.of(form.headerLine(), one.recipe().form().headerLine())
                        .map(line -> read.computeIfAbsent(line, at -> titles(file, form.titledOn(at))))
                        .anyMatch(titles ->
                                titles.containsAll(one.recipe().columns().keySet())))
                .max(java.util.Comparator.comparingInt(
                        one -> one.recipe().columns().size()));
    }

    /** The recipe for this file: its titles are where they were when it was kept, else where those of the file are. */
    static Recipe fitted(Recipe recipe, byte[] file, TableForm form) {
        TableForm asKept = form.titledOn(recipe.form().headerLine());
        boolean stands = titles(file, asKept).containsAll(recipe.columns().keySet());
        return recipe.on(stands ? asKept : form);
    }

    static Recipe anew(byte[] file, List<SeriesView> series) {
        TableForm form = TableDetection.of(file);
        List<String> titles = titles(file, form);
        Recipe.Kind kind = titles.stream().map(CellText::plain).anyMatch(title -> isOfEvents(title))
                ? Recipe.Kind.EVENTS
                : Recipe.Kind.VALUES;
        Set<String> quantities = new HashSet<>();
        series.stream()
                .flatMap(one -> one.formula().quantities().stream())
                .forEach(quantity -> quantities.add(quantity.key()));
        Map<String, String> columns = new LinkedHashMap<>();
        for (String title : titles) {
            target(title, kind, quantities)
                    .filter(target -> !columns.containsValue(target.word()))
                    .ifPresent(target -> columns.put(title, target.word()));
        }
        return new Recipe(kind, form, columns, null, null, null, false);
    }

    private static boolean isOfEvents(String title) {
        return title.equals("evenement") || moment(title).isPresent();
    }

    private static Optional<Target> target(String title, Recipe.Kind kind, Set<String> quantities) {
        String plain = CellText.plain(title);
        if (kind == Recipe.Kind.EVENTS) {
            return moment(plain)
                    .or(() -> Optional.ofNullable(EVENT_WORDS.get(plain)).map(Target::of));
        }
        return quantities.contains(Quantity.keyOf(title))
                ? Optional.of(Target.quantity(Quantity.keyOf(title)))
                : Optional.ofNullable(WORDS.get(plain)).map(Target::of);
    }

    private static Optional<Target> moment(String plain) {
        return Arrays.stream(EventKind.values())
                .filter(kind -> Stream.of(kind.title(), kind.name())
                        .map(CellText::plain)
                        .anyMatch(plain::equals))
                .findFirst()
                .map(Target::moment);
    }
}
