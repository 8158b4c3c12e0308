package org.capaccueil.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How a form field, its hint and its error find each other; templates reach it as {@code @fields}. One place, so that the
 * label, {@code aria-describedby} and the links of the error summary cannot drift apart.
 */
@Component("fields")
public class FieldIds {

    /** The id {@code th:field} gives to a property path: its brackets dropped. */
    public String fieldId(String path) {
        return path.replace("[", "").replace("]", "");
    }

    /** The ids for {@code aria-describedby}, or null when there is nothing to point at. */
    public @Nullable String describedBy(String path, boolean hint, boolean error) {
        List<String> ids = new ArrayList<>();
        if (hint) {
            ids.add(fieldId(path) + "-hint");
        }
        if (error) {
            ids.add(fieldId(path) + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }
}
