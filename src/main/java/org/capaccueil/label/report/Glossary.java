package org.capaccueil.label.report;

import java.util.List;
import org.capaccueil.label.report.LabelReport.GlossaryEntry;

/** The words of the trade every label report explains at its end, whatever the standard. */
public final class Glossary {

    private Glossary() {}

    public static List<GlossaryEntry> entries() {
        return List.of(
                entry("Audit", "Évaluation menée sur place et sur pièces par une personne extérieure à l'équipe."),
                entry(
                        "Autoévaluation",
                        "Évaluation que l'équipe d'accueil fait d'elle-même, avant l'audit, sur les mêmes critères."),
                entry(
                        "Base (n)",
                        "Nombre d'observations sur lequel repose une valeur. Sous la base minimale, la valeur est "
                                + "montrée mais n'est pas jugée."),
                entry(
                        "Campagne",
                        "Évaluation, sur une même période et un même référentiel, des équipes d'une commune."),
                entry("Canal", "Façon de joindre l'accueil : guichet, téléphone, numérique, courrier, hors les murs."),
                entry(
                        "Cible, alerte",
                        "Valeur visée d'un indicateur ; valeur au-delà de laquelle il faut agir sans attendre."),
                entry("Constat", "Ce que l'auditeur a vu : point fort, piste d'amélioration ou non-conformité."),
                entry(
                        "Cotation",
                        "Note d'un critère sur un canal, pour l'équipe, pour l'organisation ou à une étape, sur l'échelle du "
                                + "référentiel ; elle vaut de 0 à 100 points. Un critère est conforme à partir du "
                                + "nombre de points que l'échelle fixe."),
                entry(
                        "Critère obligatoire",
                        "Critère qui doit être conforme sur chaque canal ouvert : une bonne moyenne ne le compense pas."),
                entry("Direction", "Personne qui décide et signe pour la commune : élu ou cadre ayant délégation."),
                entry("Écart", "Score de l'audit moins score de l'autoévaluation, en points."),
                entry(
                        "Label",
                        "Reconnaissance d'un niveau de qualité d'accueil au regard du référentiel, ici or, argent ou bronze. "
                                + "Elle n'émane pas d'un organisme accrédité."),
                entry(
                        "Non-conformité majeure",
                        "Exigence obligatoire non tenue, obligation légale manquée ou défaut répété. Elle empêche le label."),
                entry("Non-conformité mineure", "Exigence tenue en partie, sans dommage pour le service rendu."),
                entry(
                        "Phase contradictoire",
                        "Temps laissé à l'équipe pour répondre aux constats avant que le rapport d'audit soit définitif."),
                entry(
                        "Référentiel",
                        "Ensemble des thèmes, critères, indicateurs et règles du label, dans une version datée."),
                entry(
                        "Revue d'efficacité",
                        "Vérification, après un délai et par une autre personne, qu'une action a produit l'effet attendu."),
                entry(
                        "Sans objet",
                        "Critère qui ne peut pas s'appliquer à un canal, pour une raison écrite. Il sort du calcul ; il ne "
                                + "vaut ni zéro, ni « non coté »."),
                entry(
                        "SHA-256",
                        "Empreinte d'un fichier : une suite de 64 caractères qui change dès qu'un seul octet change."));
    }

    private static GlossaryEntry entry(String term, String definition) {
        return new GlossaryEntry(term, definition);
    }
}
