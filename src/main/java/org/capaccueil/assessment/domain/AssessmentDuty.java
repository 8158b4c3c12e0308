package org.capaccueil.assessment.domain;

import org.capaccueil.shared.SeparationOfDuties;

/**
 * What nobody does twice over one self-assessment: the whole list of this room, in one place. It is about people, never
 * about roles.
 */
public enum AssessmentDuty implements SeparationOfDuties {
    RATER_DOES_NOT_ACCEPT("Vous avez pris part à cette autoévaluation : un autre référent qualité doit la relire.");

    private final String refusal;

    AssessmentDuty(String refusal) {
        this.refusal = refusal;
    }

    @Override
    public String refusal() {
        return refusal;
    }
}
