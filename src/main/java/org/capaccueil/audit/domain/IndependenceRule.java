package org.capaccueil.audit.domain;

/**
 * The rules an auditor is held to, for one team: the whole list, in one place. Each is checked when somebody is chosen and,
 * but for those about being at hand, again when they sign their declaration and when they hand the draft over.
 */
public enum IndependenceRule {
    IN_OFFICE("A le rôle « Auditeur »"),
    OUTSIDE_THE_TEAM("N'est pas de l'équipe, et n'en était pas pendant la période évaluée"),
    REPLACES_NOBODY_IN_IT("Ne remplace personne qui intervient dans cette évaluation"),
    NO_LINE_OF_AUTHORITY("N'a d'autorité sur personne de l'équipe, et n'est pas sous celle de ses responsables"),
    HELPED_WITH_NOTHING("N'a aidé à rien de ce qui est audité"),
    ROTATION("N'a pas audité l'équipe aux deux cycles précédents"),
    DECIDES_NOTHING("Ne décide de rien dans cette évaluation"),
    STILL_WANTED("Ne s'est pas récusé, et n'a pas été remplacé pour un lien déclaré"),
    LENT("Est de la commune, ou prêté par la sienne"),
    AVAILABLE("Est disponible");

    private final String title;

    IndependenceRule(String title) {
        this.title = title;
    }

    /** The rule in words. */
    public String title() {
        return title;
    }

    /** Whether an audit under way has to be given up when it is no longer kept. */
    boolean isLasting() {
        return this != LENT && this != AVAILABLE;
    }
}
