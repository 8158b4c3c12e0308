package org.capaccueil.standard;

import java.util.List;
import org.capaccueil.standard.Change.Part;
import org.capaccueil.standard.Pairing.Pair;
import org.capaccueil.standard.Scale.Level;

/** What differs between the scales of two standards. */
final class ScaleDifference {

    private ScaleDifference() {}

    static void note(List<Scale> before, List<Scale> after, List<Change> changes) {
        for (Pair<Scale> pair : Pairing.of(before, after, Scale::code)) {
            Scale was = pair.before();
            Scale is = pair.after();
            if (is == null) {
                subject(was, changes).removed("L'échelle " + was.code() + " est retirée.");
            } else if (was == null) {
                subject(is, changes).added("L'échelle " + is.code() + " est ajoutée.");
            } else {
                scale(was, is, pair, subject(is, changes));
            }
        }
    }

    private static Subject subject(Scale scale, List<Change> changes) {
        return new Subject(
                Part.SCALE,
                scale.code(),
                scale.kind().title(),
                "L'échelle " + scale.code(),
                "de l'échelle " + scale.code(),
                changes);
    }

    private static void scale(Scale was, Scale is, Pair<Scale> pair, Subject scale) {
        if (pair.moved()) {
            Scale follows = pair.follows();
            scale.moved(scale.the() + " vient maintenant "
                    + (follows == null ? "en premier." : "après l'échelle " + follows.code() + "."));
        }
        scale.value("se donne en", named(was.kind()), named(is.kind()));
        scale.value("conforme à partir de", was.conformAt() + " points", is.conformAt() + " points");
        if (was.allowsNotApplicable() != is.allowsNotApplicable()) {
            scale.changed(
                    scale.the() + (is.allowsNotApplicable() ? " permet" : " ne permet plus") + " « sans objet ».");
        }
        scale.value("volets", facets(was), facets(is));
        for (Pair<Level> level : Pairing.of(was.levels(), is.levels(), Level::value)) {
            level(level, scale);
        }
    }

    private static void level(Pair<Level> pair, Subject scale) {
        Level was = pair.before();
        Level is = pair.after();
        if (is == null) {
            scale.removed("L'échelon " + named(was) + " " + scale.of() + " est retiré.");
        } else if (was == null) {
            scale.added("L'échelon " + named(is) + " " + scale.of() + " est ajouté.");
        } else {
            scale.text("échelon " + is.value(), was.fr(), is.fr());
            scale.value("l'échelon " + is.value() + " vaut", was.points() + " points", is.points() + " points");
            if (pair.moved()) {
                scale.moved("L'échelon " + named(is) + " " + scale.of() + " change de rang.");
            }
        }
    }

    private static String named(Level level) {
        return level.value() + " « " + level.fr() + " » (" + level.points() + " points)";
    }

    private static String named(Scale.Kind kind) {
        return "« " + kind.title() + " »";
    }

    private static String facets(Scale scale) {
        return Wording.list(scale.facets().stream().map(Place::title).toList());
    }
}
