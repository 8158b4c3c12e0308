package org.capaccueil.assessment.process;

import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.PhaseCalendar;
import org.capaccueil.shared.Phase;
import org.springframework.stereotype.Component;

@Component
class AssessmentCalendar extends PhaseCalendar {

    AssessmentCalendar(Evaluations evaluations) {
        super(AssessmentBpmn.PROCESS, Phase.SELF_ASSESSMENT, evaluations);
    }
}
