package org.capaccueil.audit.web;

import java.time.Clock;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.PublicTime;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of an audit shows: which evaluation, and where it is on its way. */
@Component
class AuditFrame {

    private final Clock clock;

    AuditFrame(Clock clock) {
        this.clock = clock;
    }

    void around(EvaluationView evaluation, Model model) {
        model.addAttribute("evaluation", evaluation);
        model.addAttribute("phases", evaluation.route(PublicTime.today(clock)));
    }
}
