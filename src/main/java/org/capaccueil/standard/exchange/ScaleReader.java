package org.capaccueil.standard.exchange;

import static org.capaccueil.standard.exchange.StandardReader.byCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;

/** Reads what a standard is rated on. */
final class ScaleReader {

    private static final Map<String, Scale.Kind> KINDS = byCode(Scale.Kind.values(), Scale.Kind::code);
    private static final Map<String, Place> FACETS =
            byCode(Arrays.stream(Place.values()).filter(Place::isFacet).toArray(Place[]::new), Place::code);

    private ScaleReader() {}

    static Scale scale(Block block, Set<String> codes) {
        String code = block.code("code");
        block.named("échelle", code);
        StandardReader.requireFree(block, code, codes);
        Scale.Kind kind = block.word("kind", KINDS, Scale.Kind.GRADES);
        int conformAt = block.whole("conform_at", 0, 100);
        boolean notApplicable = block.flag("allows_not_applicable", false);
        List<Place> facets = block.words("facets", FACETS);
        List<Scale.Level> levels = new ArrayList<>();
        for (Block level : block.blocks("levels", at -> "échelon " + at + " de l'échelle " + code)) {
            Scale.Level next =
                    new Scale.Level(level.whole("value", 0, 100), level.whole("points", 0, 100), level.text("fr"));
            if (!levels.isEmpty() && !isAbove(next, levels.get(levels.size() - 1))) {
                level.fault("value", "n'est pas au-dessus de l'échelon précédent : rangez-les par ordre croissant.");
            }
            if (kind == Scale.Kind.PANEL && next.value() != next.points()) {
                level.fault("points", "diffère de la valeur : sur un panneau, une bande vaut sa borne haute.");
            }
            level.end();
            levels.add(next);
        }
        if (levels.size() < 2) {
            block.fault("levels", "a moins de deux échelons.");
        } else {
            int highest = levels.get(levels.size() - 1).points();
            if (kind == Scale.Kind.PANEL && highest != 100) {
                block.fault("levels", "s'arrête à " + highest + " ; la dernière bande d'un panneau va jusqu'à 100.");
            } else if (highest < conformAt) {
                block.fault(
                        "conform_at",
                        "vaut " + conformAt + " : aucun échelon n'atteint ce nombre de points, rien ne serait jamais "
                                + "conforme.");
            }
        }
        if (kind == Scale.Kind.GRADES && !facets.isEmpty()) {
            block.fault("facets", "n'existe que sur un panneau.");
        }
        block.end();
        return new Scale(code, kind, List.copyOf(levels), facets, conformAt, notApplicable);
    }

    private static boolean isAbove(Scale.Level next, Scale.Level last) {
        return next.value() > last.value() && next.points() > last.points();
    }
}
