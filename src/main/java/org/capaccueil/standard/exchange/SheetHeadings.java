package org.capaccueil.standard.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.capaccueil.standard.exchange.SheetLayout.Column;
import org.capaccueil.standard.exchange.SheetLayout.Kind;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.jspecify.annotations.Nullable;

/** The titles a sheet may have and what stands under each; one that is unknown, or there twice, is a fault. */
final class SheetHeadings {

    private static final Pattern NUMBERED = Pattern.compile("(.+) ([1-9]\\d{0,8})");

    /** A physical column: a part of a value when the value takes several. */
    record Place(Column column, int index) {}

    private final SheetLayout layout;
    private final Faults faults;
    private final Map<String, Place> known = new LinkedHashMap<>();
    private final Map<String, Column> series = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();

    SheetHeadings(SheetLayout layout, Faults faults) {
        this.layout = layout;
        this.faults = faults;
        for (Column column : layout.columns()) {
            switch (column.kind()) {
                case MARKS -> {
                    int index = 0;
                    for (String title : column.words().values()) {
                        known.put(plain(title), new Place(column, index++));
                    }
                }
                case SERIES -> series.put(plain(column.heading()), column);
                default -> known.put(plain(column.heading()), new Place(column, 0));
            }
        }
    }

    static String plain(String heading) {
        return heading.replace("*", "").replace('’', '\'').strip().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Place place(Scalar heading) {
        String title = plain(heading.text());
        String before = seen.put(title, heading.at());
        if (before != null) {
            faults.add(new Fault(
                    heading.at(),
                    PlainText.quoted(heading.text()) + " est déjà là (" + before + "). Gardez-en un seul."));
            return null;
        }
        Place place = known.containsKey(title) ? known.get(title) : numbered(title);
        if (place == null) {
            faults.add(new Fault(
                    heading.at(),
                    PlainText.quoted(heading.text()) + " est inconnu sur cette feuille. Les titres possibles sont "
                            + layout.columns().stream()
                                    .map(SheetHeadings::titles)
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        return place;
    }

    private @Nullable Place numbered(String title) {
        Matcher matcher = NUMBERED.matcher(title);
        Column column = matcher.matches() ? series.get(matcher.group(1)) : null;
        return column == null ? null : new Place(column, Integer.parseInt(matcher.group(2)));
    }

    private static String titles(Column column) {
        return column.kind() == Kind.MARKS
                ? String.join(", ", column.words().values())
                : column.kind() == Kind.SERIES ? column.heading() + " 1" : column.heading();
    }
}
