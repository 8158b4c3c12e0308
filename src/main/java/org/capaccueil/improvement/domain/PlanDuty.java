package org.capaccueil.improvement.domain;

import org.capaccueil.shared.NotAllowed;

/**
 * What nobody does twice over one plan: the whole list of this room, in one place. It is about people, never about roles:
 * whoever acts in somebody's place is still who they are.
 */
public enum PlanDuty {
    PROPOSER_DOES_NOT_REVIEW(
            "Qui propose le plan ne le relit pas",
            "Vous avez proposé ce plan, ou une de ses actions : un autre référent qualité doit le relire."),
    PROPOSER_DOES_NOT_SIGN(
            "Qui propose le plan ne le signe pas",
            "Vous avez proposé ce plan, ou une de ses actions : une autre personne de la direction doit le signer."),
    REVIEWER_DOES_NOT_SIGN(
            "Qui relit le plan ne le signe pas",
            "Vous avez relu ce plan : une autre personne de la direction doit le signer."),
    AUDITOR_DOES_NOT_DECIDE(
            "Qui audite l'équipe ne décide ni de son plan, ni de ses actions",
            "Vous avez audité cette équipe : décider de son plan et de ses actions revient à quelqu'un d'autre. "
                    + "Passez la main à un autre référent qualité, ou à une autre personne de la direction."),
    DOER_DOES_NOT_VERIFY(
            "Qui porte ou réalise une action n'en vérifie pas l'effet",
            "Vous avez porté ou réalisé cette action : une autre personne doit vérifier son effet. "
                    + "Demandez à un autre référent qualité.");

    private final String title;
    private final String refusal;

    PlanDuty(String title, String refusal) {
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
