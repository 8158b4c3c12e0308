package org.capaccueil.survey;

import java.util.UUID;
import org.capaccueil.shared.NotFound;

/** Identifies one survey of a commune. */
public record SurveyId(UUID value) {

    public static SurveyId random() {
        return new SurveyId(UUID.randomUUID());
    }

    /** Reads what {@link #toString()} wrote; refuses anything else as an address that leads nowhere. */
    public static SurveyId of(String text) {
        try {
            return new SurveyId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
