package org.capaccueil.assessment.domain;

import org.capaccueil.shared.NotAllowed;

/**
 * What nobody does twice over one self-assessment: the whole list of this room, in one place. It is about people, never
 * about roles.
 */
public enum AssessmentDuty {
    RATER_DOES_NOT_ACCEPT(
            "Qui cote, justifie ou soumet l'autoévaluation ne l'accepte ni ne la renvoie",
            "Vous avez pris part à cette autoévaluation : un autre référent qualité doit la relire.");

    private final String title;
    private final String refusal;

    AssessmentDuty(String title, String refusal) {
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
