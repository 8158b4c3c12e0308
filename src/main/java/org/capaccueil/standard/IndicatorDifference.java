package org.capaccueil.standard;

import java.math.BigDecimal;
import java.util.List;
import org.capaccueil.standard.Change.Part;
import org.capaccueil.standard.Indicator.Direction;
import org.capaccueil.standard.Pairing.Pair;

/** What differs between the indicators of two standards. */
final class IndicatorDifference {

    private IndicatorDifference() {}

    static void note(List<Indicator> before, List<Indicator> after, List<Change> changes) {
        for (Pair<Indicator> pair : Pairing.of(before, after, Indicator::code)) {
            Indicator was = pair.before();
            Indicator is = pair.after();
            if (is == null) {
                Subject indicator = subject(was, changes);
                indicator.removed(indicator.the() + " n'est plus relevé.");
            } else if (was == null) {
                Subject indicator = subject(is, changes);
                indicator.added(indicator.the() + " est à relever.");
            } else {
                Subject indicator = subject(is, changes);
                if (pair.moved()) {
                    Indicator follows = pair.follows();
                    indicator.moved(indicator.the() + " vient maintenant "
                            + (follows == null ? "en premier." : "après " + follows.code() + "."));
                }
                texts(was, is, indicator);
                figures(was, is, indicator);
            }
        }
    }

    private static Subject subject(Indicator indicator, List<Change> changes) {
        return Subject.of(
                Part.INDICATOR, indicator.code(), indicator.titleFr(), "L'indicateur", "de l'indicateur", changes);
    }

    private static void texts(Indicator was, Indicator is, Subject indicator) {
        indicator.text("intitulé", was.titleFr(), is.titleFr());
        indicator.text("formule", was.formula(), is.formula());
        indicator.text("source", was.sourceFr(), is.sourceFr());
        indicator.text("provenance de la cible", was.targetProvenance(), is.targetProvenance());
    }

    private static void figures(Indicator was, Indicator is, Subject indicator) {
        indicator.value("s'exprime en", was.unit(), is.unit());
        if (was.direction() != is.direction()) {
            indicator.changed(indicator.the()
                    + (is.direction() == Direction.HIGHER ? " doit maintenant monter." : " doit maintenant baisser."));
        }
        indicator.value("cible", figure(was.target(), was), figure(is.target(), is));
        indicator.value("alerte", figure(was.alert(), was), figure(is.alert(), is));
        indicator.value("base minimale", String.valueOf(was.minSample()), String.valueOf(is.minSample()));
        indicator.value("canaux", Wording.channels(was.channels()), Wording.channels(is.channels()));
    }

    private static String figure(BigDecimal value, Indicator indicator) {
        return Wording.number(value) + " " + indicator.unit();
    }
}
