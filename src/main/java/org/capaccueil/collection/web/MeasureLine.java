package org.capaccueil.collection.web;

import java.util.Map;
import org.capaccueil.collection.domain.CollectionSheet;
import org.capaccueil.collection.domain.Figures;
import org.capaccueil.collection.domain.MeasureRow;
import org.jspecify.annotations.Nullable;

/**
 * A line with what its form shows: what is kept, or what was typed and refused.
 *
 * @param errors the refusing sentence by field
 */
record MeasureLine(MeasureRow row, MeasurementForm form, Map<String, String> errors) {

    static MeasureLine of(MeasureRow row, CollectionSheet sheet) {
        return new MeasureLine(row, MeasurementForm.of(row, sheet), Map.of());
    }

    public String key() {
        return row.key();
    }

    public boolean asksBase() {
        return Figures.asksBase(row.indicator());
    }

    /** The formula's part over the bar, which is the numerator's label. */
    public String over() {
        return capital(part(0, "Cas favorables"));
    }

    public String under() {
        return row.indicator().isShare() ? capital(part(1, "Total")) : "Nombre de cas (base n)";
    }

    private String part(int at, String otherwise) {
        String[] parts = row.indicator().formula().split(" / ", 2);
        return parts.length == 2 ? parts[at] : otherwise;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + text.substring(1);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }
}
