package org.capaccueil.privacy.domain;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.organisation.CorrectionItem;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;

/** What the page calls the tables and columns of {@link Held}. */
final class HeldWords {

    private static final Map<String, String> HEADINGS = Map.ofEntries(
            entry("name", "Nom"),
            entry("email", "Adresse électronique"),
            entry("capacity", "Fonction"),
            entry("commune", "Commune"),
            entry("left_on", "Départ"),
            entry("role", "Rôle"),
            entry("team", "Équipe"),
            entry("lead", "Responsable"),
            entry("campaign", "Campagne"),
            entry("count", "Nombre"),
            entry("first", "Première fois"),
            entry("last", "Dernière fois"),
            entry("criterion", "Critère"),
            entry("place", "Canal"),
            entry("grade", "Votre réponse"),
            entry("not_applicable", "Sans objet, parce que"),
            entry("comment", "Votre commentaire"),
            entry("at", "Le"),
            entry("title", "Intitulé"),
            entry("visited_on", "Visite"),
            entry("independence_declared_at", "Indépendance déclarée"),
            entry("report_at", "Rapport rendu"),
            entry("reason", "Raison"),
            entry("from_standard", "Du référentiel"),
            entry("from_criterion", "Critère de départ"),
            entry("to_standard", "Vers le référentiel"),
            entry("to_criterion", "Critère d'arrivée"),
            entry("note", "Note"),
            entry("file", "Fichier"),
            entry("item", "Donnée"),
            entry("status", "État"),
            entry("number", "Action n°"),
            entry("due", "Échéance"),
            entry("sha256", "Empreinte du document"),
            entry("wish", "Demande"),
            entry("answer", "Réponse"),
            entry("answered_at", "Répondu le"),
            entry("subject", "Objet"),
            entry("sent_at", "Envoyé le"),
            entry("action", "Ce qui a été fait"),
            entry("lent", "Prêté aux autres communes"),
            entry("qualifications", "Qualifications"),
            entry("away_until", "Indisponible jusqu'au"),
            entry("trained_on", "Formation"),
            entry("accepted_at", "Règles acceptées"),
            entry("ended_on", "Retrait de la liste"),
            entry("link", "Lien déclaré"),
            entry("task", "Tâche"));

    private HeldWords() {}

    static List<String> headings(List<String> columns) {
        return columns.stream()
                .map(column -> HEADINGS.getOrDefault(column, column))
                .toList();
    }

    static String value(String column, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return "–";
        }
        if (value instanceof Instant moment) {
            return PublicTime.inWords(PublicTime.dayOf(moment));
        }
        if (value instanceof LocalDate day) {
            return PublicTime.inWords(day);
        }
        if (value instanceof Boolean yes) {
            return yes ? "oui" : "non";
        }
        String text = value.toString();
        return switch (column) {
            case "role" -> Role.valueOf(text).title();
            case "item" -> CorrectionItem.valueOf(text).title();
            case "place" -> Place.valueOf(text).title();
            case "status" -> status(text);
            default -> text;
        };
    }

    private static String status(String text) {
        return switch (text) {
            case "OPEN" -> "En attente";
            case "MADE" -> "Corrigé";
            case "DECLINED" -> "Refusé";
            default -> ActionStatus.valueOf(text).title();
        };
    }

    static String title(Held held) {
        return switch (held) {
            case IDENTITY -> "Votre fiche";
            case ROLES -> "Rôles dans la commune";
            case TEAMS -> "Équipes";
            case AUDITOR_POOL -> "Ce que votre commune dit de vous aux autres, comme auditeur";
            case OBSERVER -> "Votre place parmi les observateurs des évaluations mystère";
            case OBSERVED -> "Observations mystère qui vous ont été confiées";
            case PAST_TEAMS -> "Équipes quittées";
            case ABOVE -> "Personnes dont vous êtes le supérieur hiérarchique";
            case ABSENCES -> "Vos absences";
            case STOOD_IN -> "Remplacements que vous avez assurés";
            case SUBSTITUTES_NAMED -> "Remplacements que vous avez désignés";
            case LINKS_JUDGED -> "Liens déclarés par un auditeur, examinés par vous";
            case PLANS_WRITTEN -> "Plans auxquels vous avez contribué";
            case RESULTS_REVIEWED -> "Résultats de campagne relus";
            case TEAM_CHANGES -> "Réorganisations d'équipes enregistrées";
            case STANDARDS_ADOPTED -> "Référentiels adoptés";
            case PRACTICES_ADOPTED -> "Bonnes pratiques adoptées";
            case DECLARATIONS -> "Déclarations d'indépendance";
            case CONSENTS -> "Accords donnés à la comparaison";
            case CONSENTS_ENDED -> "Accords à la comparaison retirés";
            case FIGURES -> "Chiffres relevés";
            case VALUES_GIVEN -> "Valeurs d'indicateurs données";
            case INDICATORS_OWNED -> "Indicateurs auxquels vous veillez";
            case FIGURE_RECIPES -> "Recettes d'import enregistrées";
            case FIGURE_FILES -> "Fichiers d'indicateurs importés";
            case RATINGS -> "Cotations de l'équipe enregistrées par vous";
            case OWN_RATINGS -> "Vos réponses individuelles, que vous seul voyez";
            case ROUNDS -> "Tours où vous avez répondu";
            case EVIDENCE -> "Preuves ajoutées";
            case AUDIT_RATINGS -> "Cotations d'audit";
            case FINDINGS -> "Constats de vos audits";
            case DATA_SUBMITTED -> "Chiffres soumis";
            case ASSESSMENT_SUBMITTED -> "Autoévaluations soumises";
            case ASSESSMENT_RETURNED -> "Autoévaluations renvoyées";
            case AUDITS -> "Audits confiés";
            case REPLIES -> "Réponses à un audit";
            case RECUSALS -> "Récusations";
            case PLAN_PROPOSED -> "Plans proposés";
            case PLAN_REVIEWED -> "Plans relus";
            case PLAN_RETURNED -> "Plans renvoyés";
            case CAMPAIGNS -> "Campagnes préparées";
            case MAPPINGS -> "Correspondances entre référentiels";
            case IMPORTS -> "Fichiers de référentiel importés";
            case CORRECTIONS_ANSWERED -> "Demandes de correction traitées";
            case ACTIONS -> "Actions dont vous êtes responsable";
            case ACTIONS_DONE -> "Actions réalisées";
            case ACTIONS_VERIFIED -> "Actions vérifiées";
            case PROGRESS -> "Notes d'avancement";
            case PLANS_SIGNED -> "Plans d'action signés";
            case RESULTS_SIGNED -> "Résultats signés";
            case CORRECTIONS -> "Vos demandes";
            case MAILS -> "Courriels";
            case JOURNAL -> "Vos actes";
            case FORGOTTEN -> "Nom retiré du journal";
        };
    }
}
