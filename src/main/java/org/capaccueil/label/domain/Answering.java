package org.capaccueil.label.domain;

import org.jspecify.annotations.Nullable;

/**
 * Whose audit rates, for a team, what is rated once for the organisation.
 *
 * @param team the other team that answers for all, null when none does
 */
record Answering(boolean own, @Nullable String team) {

    /** The team answers for the organisation itself. */
    static final Answering OWN = new Answering(true, null);

    /** The evaluation that answered was cancelled before its audit was concluded, and no other took its place. */
    static final Answering NOBODY = new Answering(false, null);

    static Answering by(String team) {
        return new Answering(false, team);
    }

    /** What follows the name of a criterion that the organisation is not rated on. */
    String notRated() {
        if (own) {
            return " n'est pas coté par l'auditeur pour l'organisation : la cotation est à compléter.";
        }
        return team == null
                ? " n'est coté par personne pour l'organisation : l'évaluation de l'équipe qui en répondait est annulée. La "
                        + "prochaine campagne le fera coter par une autre équipe."
                : " n'est pas encore coté pour l'organisation : l'équipe « " + team
                        + " » en répond pour toutes, et c'est " + "son audit qui doit être rendu.";
    }
}
