package org.capaccueil.audit.process;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.audit.domain.AuditRun;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.PhaseCalendar;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.workflow.Moment;
import org.springframework.stereotype.Component;

/** The audit phase's date, and the end of the team's time to reply. */
@Component
class AuditCalendar extends PhaseCalendar {

    private final AuditRun run;

    AuditCalendar(Evaluations evaluations, AuditRun run) {
        super(AuditBpmn.PROCESS, Phase.AUDIT, evaluations);
        this.run = run;
    }

    @Override
    public Instant moment(Moment which, UUID businessKey) {
        return which == Moment.REPLY_ENDS
                ? run.replyEnds(new EvaluationId(businessKey))
                : super.moment(which, businessKey);
    }
}
