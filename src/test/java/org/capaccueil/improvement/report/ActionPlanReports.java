package org.capaccueil.improvement.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.capaccueil.improvement.report.ActionPlanReport.Action;
import org.capaccueil.improvement.report.ActionPlanReport.Identity;
import org.capaccueil.improvement.report.ActionPlanReport.Review;
import org.capaccueil.improvement.report.ActionPlanReport.Signatory;

/** Action plans to print in tests: one of 30 actions ready to be signed, one nobody filled in yet. */
final class ActionPlanReports {

    private ActionPlanReports() {}

    static ActionPlanReport full() {
        List<Action> actions = new ArrayList<>();
        List<String> owners = List.of("Anaïs Lefèvre", "Jérôme N'Guessan", "Maëlle Ça-Ira", "François Saint-Cœur");
        for (int nth = 0; nth < 30; nth++) {
            actions.add(new Action(
                    nth + 1,
                    nth % 3 == 0
                            ? "Poser un fléchage au sol depuis l'entrée et déplacer le tableau d'affichage"
                            : "Tenir à jour la fiche des horaires sur les cinq canaux",
                    nth % 4 == 1
                            ? null
                            : "Avec la régie, au printemps. Deux habitants malvoyants relisent le tracé avant la pose ; le tableau passe à gauche de la porte, à hauteur des yeux d'une personne assise. "
                                    .repeat(1 + nth % 3 * 2)
                                    .strip(),
                    "C" + (nth % 25 + 1),
                    nth % 2 == 0 ? "Non-conformité mineure" : "Piste d'amélioration",
                    "Depuis l'entrée, rien ne mène au guichet de l'état civil : sur douze visiteurs observés le 15 juin, "
                            + "sept ont demandé leur chemin à un agent déjà occupé.",
                    "ACC-2",
                    "Point d'accueil repérable depuis la rue, signalétique intérieure à jour",
                    nth % 5 == 0 ? null : "guichet",
                    owners.get(nth % 4),
                    LocalDate.of(2027, 9, 1).plusDays(nth * 5L),
                    LocalDate.of(2028, 1, 1).plusDays(nth * 5L),
                    "Neuf visiteurs sur dix trouvent le bon guichet sans demander."));
        }
        return new ActionPlanReport(
                identity(2),
                actions,
                new Review(
                        "Hélène Aït-Œillet",
                        "référente qualité",
                        LocalDate.of(2027, 8, 30),
                        "Favorable, transmis à la direction",
                        "Chaque non-conformité a une action, un responsable et une échéance. L'action 12 a été reprise en "
                                + "régie, comme la direction l'avait demandé en renvoyant la version 1."),
                new Signatory(
                        "Noël Çelik",
                        "directeur général des services",
                        "arrêté n° 2026-114 du 2 avril 2026, délégation de signature du maire"),
                "EVAL-2027-004");
    }

    static ActionPlanReport almostEmpty() {
        return new ActionPlanReport(
                identity(1), List.of(), null, new Signatory("Éloïse Bœuf-Müller", "maire", null), "EVAL-2027-099");
    }

    private static Identity identity(int version) {
        return new Identity(
                "Ville du Pont-de-Claix",
                "Point accueil citoyen",
                "Campagne d'évaluation 2027 de l'accueil municipal",
                LocalDate.of(2027, 1, 4),
                LocalDate.of(2027, 12, 17),
                "Référentiel de départ – accueil municipal",
                "0.1",
                LocalDate.of(2027, 7, 20),
                version,
                LocalDate.of(2027, 8, 27));
    }
}
