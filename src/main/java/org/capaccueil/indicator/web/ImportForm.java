package org.capaccueil.indicator.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.indicator.domain.Recipe;
import org.capaccueil.indicator.exchange.DateOrder;
import org.capaccueil.indicator.exchange.TableForm;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TypedNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** How a file is understood, as the page sends it: a title and what it says, as often as there are columns. */
final class ImportForm {

    private ImportForm() {}

    /**
     * Reads what is sent.
     *
     * @param before the form the file is read in until now: whether it is a workbook is nothing the page can change
     */
    static Recipe read(MultiValueMap<String, String> sent, TableForm before) {
        boolean workbook = before.workbook();
        List<String> titles = Objects.requireNonNullElse(sent.get("title"), List.of());
        List<String> targets = Objects.requireNonNullElse(sent.get("target"), List.of());
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(titles.size(), targets.size()); i++) {
            if (!targets.get(i).isBlank()) {
                columns.put(titles.get(i), targets.get(i));
            }
        }
        try {
            String channel = sent.getFirst("channel");
            return new Recipe(
                    Recipe.Kind.valueOf(text(sent, "kind")),
                    new TableForm(
                            workbook,
                            workbook ? before.charset() : text(sent, "charset"),
                            workbook ? before.delimiter() : sign(text(sent, "delimiter")),
                            sign(text(sent, "decimal")),
                            DateOrder.valueOf(text(sent, "dates")),
                            line(sent)),
                    columns,
                    text(sent, "team").isEmpty() ? null : UUID.fromString(text(sent, "team")),
                    channel == null || channel.isBlank() ? null : Channel.valueOf(channel),
                    text(sent, "period"),
                    sent.containsKey("sum"));
        } catch (IllegalArgumentException noneOfThese) {
            throw new BusinessRefusal("Choisissez dans les listes : l'une des valeurs envoyées n'y est pas.");
        }
    }

    private static int line(MultiValueMap<String, String> sent) {
        BigDecimal line = TypedNumber.of("headerLine", sent.getFirst("headerLine"));
        if (line == null
                || line.stripTrailingZeros().scale() > 0
                || line.abs().compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw new BusinessRefusal("La ligne des titres est un nombre entier.");
        }
        return line.intValue();
    }

    /** A tabulation cannot be seen in a list: it has a word. */
    private static char sign(String word) {
        return word.equals("tab") ? '\t' : word.isEmpty() ? ' ' : word.charAt(0);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        @Nullable String given = sent.getFirst(name);
        return given == null ? "" : given.strip();
    }
}
