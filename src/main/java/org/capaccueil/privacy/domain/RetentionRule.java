package org.capaccueil.privacy.domain;

/**
 * What becomes of personal data, from which event, after how long, and why. The one place where it is written; {@link
 * Retention} applies it and the page of the periods shows it.
 */
public enum RetentionRule {
    ACCESS(
            "Accès, rôles et équipes",
            "le départ, enregistré par le référent qualité",
            "Retirés ; les tâches prises reviennent à l'équipe",
            "RGPD, art. 5(1)(f) : n'accède aux données que qui en a encore besoin"),
    IDENTITY(
            "Nom, adresse électronique, fonction et lien avec un compte",
            "le départ, ou la fin de la dernière campagne à laquelle la personne a pris part si elle est plus tardive",
            "Effacés du registre et des notes d'avancement ; le journal affiche « Personne partie »",
            "RGPD, art. 5(1)(e) : une campagne et son suivi restent explicables jusqu'au cycle suivant, pas au-delà"),
    MAILS(
            "Courriels envoyés par l'application",
            "leur rédaction",
            "Supprimés",
            "RGPD, art. 5(1)(e) : un rappel de tâche n'a plus d'objet après le cycle"),
    CORRECTIONS(
            "Demandes de correction et leur réponse",
            "la réponse",
            "Supprimées ; la trace de la correction reste, sans son texte",
            "RGPD, art. 16 : pouvoir répondre à une contestation pendant un an"),
    INDIVIDUAL_RATINGS(
            "Cotations individuelles avant la mise en commun",
            "l'acceptation de l'autoévaluation, l'abandon du tour, l'annulation ou la clôture",
            "Supprimées ; restent la valeur convenue et les effectifs, sans nom",
            "RGPD, art. 5(1)(c) : aucune note n'est attachée à un agent"),
    NOTES(
            "Notes du recueil des demandes",
            "le jour de la demande",
            "Effacées ; la demande reste comptée, sans nom ni de l'habitant ni de l'agent",
            "RGPD, art. 5(1)(c) et (e) : un texte libre peut désigner quelqu'un malgré le rappel"),
    EVENTS(
            "Événements importés un par un : tickets, appels, messages, sous l'identifiant de leur outil",
            "le mois où ils ont eu lieu",
            "Supprimés ; les valeurs mensuelles faites d'eux restent",
            "RGPD, art. 5(1)(e) : un identifiant peut être un numéro ou une adresse ; un total ne désigne personne"),
    COMMENTS(
            "Commentaires écrits par les habitants dans les enquêtes",
            "la clôture de l'enquête",
            "Supprimés ; les résultats chiffrés restent, sans limite",
            "RGPD, art. 5(1)(e) : un texte libre peut laisser reconnaître quelqu'un ; un décompte anonyme, non"),
    REMARKS(
            "Remarques écrites par les observateurs des évaluations mystère",
            "l'ouverture des résultats",
            "Supprimées ; les notes du service restent, sans nom, sans limite",
            "RGPD, art. 5(1)(e) : un texte libre peut laisser reconnaître quelqu'un ; des points donnés à un service, non"),
    JOURNAL(
            "Lignes du journal",
            "leur écriture",
            "Triées par le service d'archives : versées, ou éliminées avec son visa. Rien n'est automatique",
            "Code du patrimoine, art. L211-4, L212-3 et R212-14 : archives publiques"),
    SIGNATURES(
            "Signatures, déclarations et documents PDF archivés",
            "la signature",
            "Gardés avec le nom et la fonction de ce jour, quoi qu'il advienne du compte",
            "CRPA, art. L212-1 : un acte porte prénom, nom et qualité de son auteur ; RGPD, art. 17(3)(b) et (d)");

    private final String what;
    private final String from;
    private final String outcome;
    private final String reason;

    RetentionRule(String what, String from, String outcome, String reason) {
        this.what = what;
        this.from = from;
        this.outcome = outcome;
        this.reason = reason;
    }

    public String what() {
        return what;
    }

    /** The event the period begins with. */
    public String from() {
        return from;
    }

    /** What happens at its end. */
    public String outcome() {
        return outcome;
    }

    /** The legal reason. */
    public String reason() {
        return reason;
    }

    String howLong(RetentionPeriods periods) {
        return switch (this) {
            case ACCESS, INDIVIDUAL_RATINGS -> "aussitôt";
            case IDENTITY -> periods.identity() + " mois";
            case MAILS -> periods.mails() + " mois";
            case CORRECTIONS -> periods.corrections() + " mois";
            case NOTES -> periods.notes() + " mois";
            case EVENTS -> periods.events() + " mois";
            case COMMENTS -> periods.comments() + " mois";
            case REMARKS -> periods.remarks() + " mois";
            case JOURNAL -> periods.journal() + " mois";
            case SIGNATURES -> "sans limite";
        };
    }
}
