package org.capaccueil.standard.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.exchange.Part;

/** What a new part begins with, so that most of it is right from the start. */
final class Blanks {

    private Blanks() {}

    static Map<String, Object> of(Part part, Standard draft, String under) {
        Map<String, Object> values = new LinkedHashMap<>();
        switch (part) {
            case THEME -> {
                values.put("weight", 1);
                if (!draft.scales().isEmpty()) {
                    values.put("scale", draft.scales().get(0).code());
                }
            }
            case CRITERION -> {
                values.put("theme", under);
                values.put("weight", 1);
                values.put("scope", "unit");
                values.put("not_applicable", true);
            }
            case SCALE -> values.put("kind", "grades");
            case INDICATOR -> {
                values.put("unit", "%");
                values.put("direction", "higher");
                values.put("min_sample", 5);
            }
            case QUESTION -> values.put("type", "single");
            default -> {
                // what a standard has once is never new
            }
        }
        return values;
    }
}
