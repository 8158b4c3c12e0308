package org.capaccueil.standard;

import java.math.BigDecimal;
import java.util.List;
import org.capaccueil.standard.Change.Part;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.Pairing.Pair;

/** What differs between two sets of label rules, threshold by threshold. */
final class RulesDifference {

    private final Subject rules;

    private RulesDifference(Subject rules) {
        this.rules = rules;
    }

    static void note(LabelRules was, LabelRules is, List<Change> changes) {
        RulesDifference rules = new RulesDifference(
                new Subject(Part.RULES, "", Part.RULES.title(), "Règles du label", "des règles du label", changes));
        Pairing.of(was.levels(), is.levels(), LevelRule::level).forEach(rules::level);
        rules.thresholds(was, is);
        rules.delays(was, is);
        rules.rules.text("provenance", was.provenance(), is.provenance());
    }

    private void level(Pair<LevelRule> pair) {
        LevelRule was = pair.before();
        LevelRule is = pair.after();
        if (is == null) {
            rules.removed("Le niveau " + was.level().title() + " du label est retiré.");
        } else if (was == null) {
            rules.added("Le niveau " + is.level().title() + " du label est ajouté : score global "
                    + Wording.number(is.overallMin()) + ", chaque thème " + Wording.number(is.themeMin()) + ".");
        } else {
            String level = "niveau " + is.level().title();
            number(level + ", score global", was.overallMin(), is.overallMin());
            number(level + ", score de chaque thème", was.themeMin(), is.themeMin());
            if (pair.moved()) {
                rules.moved("Le niveau " + is.level().title() + " du label change de rang.");
            }
        }
    }

    private void thresholds(LabelRules was, LabelRules is) {
        number("points d'un critère obligatoire", was.mandatoryMin(), is.mandatoryMin());
        number("non-conformités majeures ouvertes admises", was.maxOpenMajor(), is.maxOpenMajor());
        number("mineures qui valent une majeure", was.minorToMajorCount(), is.minorToMajorCount());
        if (was.carriedOverMinorIsMajor() != is.carriedOverMinorIsMajor()) {
            rules.changed("Règles du label : une non-conformité mineure encore ouverte à l'audit suivant "
                    + (is.carriedOverMinorIsMajor() ? "devient majeure." : "reste mineure."));
        }
        rules.value(
                "part « sans objet » admise par thème",
                Wording.percent(was.maxNaWeightSharePerTheme()),
                Wording.percent(is.maxNaWeightSharePerTheme()));
        rules.value(
                "part d'indicateurs à relever",
                Wording.percent(was.indicatorCoverageMin()),
                Wording.percent(is.indicatorCoverageMin()));
    }

    private void delays(LabelRules was, LabelRules is) {
        number("validité en mois", was.validity().months(), is.validity().months());
        number(
                "surveillance au plus tôt au mois",
                was.validity().surveillanceFromMonth(),
                is.validity().surveillanceFromMonth());
        number(
                "surveillance au plus tard au mois",
                was.validity().surveillanceToMonth(),
                is.validity().surveillanceToMonth());
        number(
                "surveillance proposée au mois",
                was.validity().surveillanceMonth(),
                is.validity().surveillanceMonth());
        number(
                "jours entre renouvellement et échéance",
                was.validity().renewalDaysBeforeExpiry(),
                is.validity().renewalDaysBeforeExpiry());
        number(
                "jours pour le projet de rapport",
                was.reportDays().draft(),
                is.reportDays().draft());
        number(
                "jours pour les observations de l'équipe",
                was.reportDays().rightOfReply(),
                is.reportDays().rightOfReply());
        number(
                "jours pour le rapport définitif",
                was.reportDays().finalReport(),
                is.reportDays().finalReport());
        number(
                "jours pour le plan de correction",
                was.correction().planDays(),
                is.correction().planDays());
        number(
                "mois pour prouver la correction d'une majeure",
                was.correction().majorMonths(),
                is.correction().majorMonths());
        number(
                "mois pour corriger une mineure",
                was.correction().minorMonths(),
                is.correction().minorMonths());
    }

    private void number(String what, BigDecimal was, BigDecimal is) {
        rules.value(what, Wording.number(was), Wording.number(is));
    }

    private void number(String what, int was, int is) {
        number(what, BigDecimal.valueOf(was), BigDecimal.valueOf(is));
    }
}
