package org.capaccueil.reporting;

import java.time.LocalDate;
import java.util.List;
import org.capaccueil.improvement.report.ActionPlanReport;

/** A record small enough to print many times. */
final class SmallPlan {

    private SmallPlan() {}

    static ActionPlanReport plan() {
        return new ActionPlanReport(
                new ActionPlanReport.Identity(
                        "Ville du Pont-de-Claix",
                        "Point accueil citoyen",
                        "Campagne 2027",
                        LocalDate.of(2027, 1, 4),
                        LocalDate.of(2027, 12, 17),
                        "Référentiel de départ",
                        "0.1",
                        LocalDate.of(2027, 7, 20),
                        1,
                        LocalDate.of(2027, 8, 27)),
                List.of(new ActionPlanReport.Action(
                        1,
                        "Tenir à jour la fiche des horaires",
                        null,
                        "C1",
                        "Piste d'amélioration",
                        "Deux fiches se contredisent.",
                        "INF-1",
                        "Source d'information unique",
                        null,
                        "Éloïse Bœuf-Müller",
                        LocalDate.of(2027, 9, 1),
                        LocalDate.of(2028, 1, 1),
                        "Une seule réponse sur tous les canaux.")),
                null,
                new ActionPlanReport.Signatory("Noël Çelik", "maire", null),
                "EVAL-2027-004");
    }
}
