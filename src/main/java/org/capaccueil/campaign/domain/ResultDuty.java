package org.capaccueil.campaign.domain;

import org.capaccueil.shared.SeparationOfDuties;

/**
 * What nobody does twice over the results of a campaign: the whole list of this room, in one place. It is about people,
 * never about roles.
 */
public enum ResultDuty implements SeparationOfDuties {
    AUDITOR_DOES_NOT_DECIDE(
            "Vous avez audité une équipe de cette campagne : relire et signer ses résultats revient à quelqu'un d'autre. "
                    + "Passez la main à un autre référent qualité, ou à une autre personne de la direction."),
    REVIEWER_DOES_NOT_SIGN(
            "Vous avez relu ces résultats : une autre personne de la direction doit les signer ou les renvoyer.");

    private final String refusal;

    ResultDuty(String refusal) {
        this.refusal = refusal;
    }

    @Override
    public String refusal() {
        return refusal;
    }
}
