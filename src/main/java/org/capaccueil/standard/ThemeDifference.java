package org.capaccueil.standard;

import java.util.List;
import org.capaccueil.standard.Change.Part;
import org.capaccueil.standard.Pairing.Pair;

/** What differs between the themes of two standards, each followed by its criteria. */
final class ThemeDifference {

    /** A criterion with the theme it stands in. */
    record Placed(Criterion criterion, Theme theme) {

        String code() {
            return criterion.code();
        }

        int weight() {
            return criterion.weight();
        }

        int themeWeight() {
            return theme.criteria().stream().mapToInt(Criterion::weight).sum();
        }
    }

    private ThemeDifference() {}

    static void note(Standard before, Standard after, List<Change> changes) {
        List<Pair<Placed>> criteria = Pairing.of(placed(before), placed(after), Placed::code);
        for (Pair<Theme> pair : Pairing.of(before.themes(), after.themes(), Theme::code)) {
            theme(pair, before, after, changes);
            criteria.stream()
                    .filter(criterion -> stands(criterion, pair))
                    .forEach(criterion -> CriterionDifference.note(criterion, changes));
            if (pair.before() != null && pair.after() != null) {
                order(pair.before(), pair.after(), changes);
            }
        }
    }

    private static List<Placed> placed(Standard standard) {
        return standard.themes().stream()
                .flatMap(theme -> theme.criteria().stream().map(criterion -> new Placed(criterion, theme)))
                .toList();
    }

    /** Identity and not equality: a draft may hold the same theme twice. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean stands(Pair<Placed> criterion, Pair<Theme> pair) {
        Placed is = criterion.after();
        return is == null ? criterion.before().theme() == pair.before() : is.theme() == pair.after();
    }

    private static void theme(Pair<Theme> pair, Standard before, Standard after, List<Change> changes) {
        Theme was = pair.before();
        Theme is = pair.after();
        if (is == null) {
            Subject theme = subject(was, changes);
            theme.removed(theme.the() + " est retiré.");
        } else if (was == null) {
            Subject theme = subject(is, changes);
            theme.added(theme.the() + " est ajouté, " + share(is, after) + ".");
        } else {
            Subject theme = subject(is, changes);
            if (pair.moved()) {
                theme.moved(theme.the() + " vient maintenant " + place(pair.follows()) + ".");
            }
            theme.text("intitulé", was.titleFr(), is.titleFr());
            theme.text("intitulé anglais", was.titleEn(), is.titleEn());
            theme.text("regroupement", was.group(), is.group());
            theme.value("se cote sur l'échelle", was.scale(), is.scale());
            if (was.weight() != is.weight()) {
                theme.reweighted(theme.the() + " pèse " + is.weight() + " au lieu de " + was.weight() + " ("
                        + Share.of(is.weight(), total(after)) + " du total au lieu de "
                        + Share.of(was.weight(), total(before)) + ").");
            }
        }
    }

    private static String place(Theme follows) {
        return follows == null ? "en premier" : "après « " + follows.titleFr() + " »";
    }

    private static String share(Theme theme, Standard standard) {
        return "avec une pondération de " + theme.weight() + " (" + Share.of(theme.weight(), total(standard))
                + " du total)";
    }

    private static int total(Standard standard) {
        return standard.themes().stream().mapToInt(Theme::weight).sum();
    }

    /** Only among the criteria that stay in the theme; those that come or go are said elsewhere. */
    private static void order(Theme was, Theme is, List<Change> changes) {
        Pairing.of(was.criteria(), is.criteria(), Criterion::code).stream()
                .filter(Pair::moved)
                .forEach(pair -> {
                    Subject criterion = CriterionDifference.subject(pair.after(), changes);
                    Criterion follows = pair.follows();
                    criterion.moved(criterion.the() + " vient maintenant "
                            + (follows == null ? "en tête de son thème." : "après " + follows.code() + "."));
                });
    }

    private static Subject subject(Theme theme, List<Change> changes) {
        return Subject.of(Part.THEME, theme.code(), theme.titleFr(), "Le thème", "du thème", changes);
    }
}
