package org.capaccueil.improvement.domain;

import org.capaccueil.shared.SeparationOfDuties;

/**
 * What nobody does twice over one plan: the whole list of this room, in one place. It is about people, never about roles:
 * whoever acts in somebody's place is still who they are.
 */
public enum PlanDuty implements SeparationOfDuties {
    PROPOSER_DOES_NOT_REVIEW(
            "Vous avez proposé ce plan, ou une de ses actions : un autre référent qualité doit le relire."),
    PROPOSER_DOES_NOT_SIGN(
            "Vous avez proposé ce plan, ou une de ses actions : une autre personne de la direction doit le signer."),
    REVIEWER_DOES_NOT_SIGN("Vous avez relu ce plan : une autre personne de la direction doit le signer."),
    AUDITOR_DOES_NOT_DECIDE(
            "Vous avez audité cette équipe : décider de son plan et de ses actions revient à quelqu'un d'autre. "
                    + "Passez la main à un autre référent qualité, ou à une autre personne de la direction."),
    DOER_DOES_NOT_VERIFY("Vous avez porté ou réalisé cette action : une autre personne doit vérifier son effet. "
            + "Demandez à un autre référent qualité.");

    private final String refusal;

    PlanDuty(String refusal) {
        this.refusal = refusal;
    }

    @Override
    public String refusal() {
        return refusal;
    }
}
