package org.capaccueil.standard;

import java.util.List;

/** A criterion as it is put to one team: once per place it is rated at, on its scale. */
public record Question(Theme theme, Criterion criterion, Scale scale, List<Place> places) {

    /** « Sans objet » needs a scale and a criterion that allow it, and is never an answer to a mandatory one. */
    public boolean offersNotApplicable() {
        return scale.allowsNotApplicable() && criterion.notApplicableAllowed() && !criterion.mandatory();
    }
}
