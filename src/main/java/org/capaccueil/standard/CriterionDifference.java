package org.capaccueil.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.capaccueil.standard.Change.Part;
import org.capaccueil.standard.Criterion.Method;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.Pairing.Pair;
import org.capaccueil.standard.ThemeDifference.Placed;

/** What differs between two wordings of a criterion. */
final class CriterionDifference {

    private CriterionDifference() {}

    static Subject subject(Criterion criterion, List<Change> changes) {
        return Subject.of(Part.CRITERION, criterion.code(), criterion.titleFr(), "Le critère", "du critère", changes);
    }

    static void note(Pair<Placed> pair, List<Change> changes) {
        Placed was = pair.before();
        Placed is = pair.after();
        if (is == null) {
            Subject criterion = subject(was.criterion(), changes);
            criterion.removed(
                    criterion.the() + " est retiré du thème « " + was.theme().titleFr() + " ».");
        } else if (was == null) {
            Subject criterion = subject(is.criterion(), changes);
            criterion.added(criterion.the() + " est ajouté au thème « "
                    + is.theme().titleFr() + " », avec une pondération de " + is.weight() + " ("
                    + Share.of(is.weight(), is.themeWeight()) + " du thème).");
        } else {
            Subject criterion = subject(is.criterion(), changes);
            place(was, is, criterion);
            texts(was.criterion(), is.criterion(), criterion);
            rules(was.criterion(), is.criterion(), criterion);
        }
    }

    private static void place(Placed was, Placed is, Subject criterion) {
        if (!was.theme().code().equals(is.theme().code())) {
            criterion.moved(criterion.the() + " passe du thème « " + was.theme().titleFr() + " » au thème « "
                    + is.theme().titleFr() + " ».");
        }
        if (was.weight() != is.weight()) {
            criterion.reweighted(criterion.the() + " pèse " + is.weight() + " au lieu de " + was.weight() + " ("
                    + Share.of(is.weight(), is.themeWeight()) + " du thème au lieu de "
                    + Share.of(was.weight(), was.themeWeight()) + ").");
        }
    }

    private static void texts(Criterion was, Criterion is, Subject criterion) {
        criterion.text("intitulé", was.titleFr(), is.titleFr());
        criterion.text("intitulé anglais", was.titleEn(), is.titleEn());
        criterion.texts("preuves attendues", was.evidenceFr(), is.evidenceFr());
        criterion.text("fondement", was.legalBasis(), is.legalBasis());
        criterion.text("note", was.note(), is.note());
    }

    private static void rules(Criterion was, Criterion is, Subject criterion) {
        if (was.mandatory() != is.mandatory()) {
            criterion.changed(criterion.the() + (is.mandatory() ? " devient" : " n'est plus") + " obligatoire.");
        }
        if (was.notApplicableAllowed() != is.notApplicableAllowed()) {
            criterion.changed(criterion.the() + (is.notApplicableAllowed() ? " peut désormais" : " ne peut plus")
                    + " être dit « sans objet ».");
        }
        if (was.scope() != is.scope()) {
            criterion.changed(criterion.the()
                    + (is.scope() == Scope.ORGANISATION
                            ? " est coté une fois pour l'organisation, et non plus par chaque équipe."
                            : " est coté par chaque équipe, et non plus une fois pour l'organisation."));
        }
        criterion.value("canaux", channels(was), channels(is));
        criterion.value("concerne", was.appliesTo().inWords(), is.appliesTo().inWords());
        criterion.value("vérifié par", methods(was), methods(is));
        criterion.texts("indicateurs associés", was.measuredBy(), is.measuredBy());
        for (LabelLevel level : LabelLevel.values()) {
            minimum(level, was.levelMinimums().get(level), is.levelMinimums().get(level), criterion);
        }
    }

    private static void minimum(LabelLevel level, BigDecimal was, BigDecimal is, Subject criterion) {
        String at = " pour le niveau " + level.title();
        if (was == null && is != null) {
            criterion.changed(criterion.the() + " demande désormais " + Wording.number(is) + " points" + at + ".");
        } else if (was != null && is == null) {
            criterion.changed(criterion.the() + " ne demande plus " + Wording.number(was) + " points" + at + ".");
        } else if (was != null) {
            criterion.value("points demandés" + at + " :", Wording.number(was), Wording.number(is));
        }
    }

    private static String channels(Criterion criterion) {
        return criterion.channels().isEmpty() ? "aucun (coté en entier)" : Wording.channels(criterion.channels());
    }

    private static String methods(Criterion criterion) {
        List<String> titles = new ArrayList<>();
        criterion.methods().stream().map(Method::title).forEach(titles::add);
        return Wording.list(titles);
    }
}
