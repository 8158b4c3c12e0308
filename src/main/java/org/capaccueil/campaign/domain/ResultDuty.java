package org.capaccueil.campaign.domain;

import org.capaccueil.shared.NotAllowed;

/**
 * What nobody does twice over the results of a campaign: the whole list of this room, in one place. It is about people,
 * never about roles.
 */
public enum ResultDuty {
    AUDITOR_DOES_NOT_DECIDE(
            "Qui audite une équipe de la campagne ne relit ni ne signe ses résultats",
            "Vous avez audité une équipe de cette campagne : relire et signer ses résultats revient à quelqu'un d'autre. "
                    + "Passez la main à un autre référent qualité, ou à une autre personne de la direction."),
    REVIEWER_DOES_NOT_SIGN(
            "Qui relit les résultats ne les signe pas",
            "Vous avez relu ces résultats : une autre personne de la direction doit les signer ou les renvoyer.");

    private final String title;
    private final String refusal;

    ResultDuty(String title, String refusal) {
        this.title = title;
        this.refusal = refusal;
    }

    /** The rule in words. */
    public String title() {
        return title;
    }

    /**
     * @param tied whether this person has done the other of the two
     */
    void refuse(boolean tied) {
        if (tied) {
            throw new NotAllowed(refusal);
        }
    }
}
