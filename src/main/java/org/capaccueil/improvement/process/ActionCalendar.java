package org.capaccueil.improvement.process;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.improvement.domain.FollowUpRun;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.workflow.Moment;
import org.capaccueil.workflow.ProcessCalendar;
import org.springframework.stereotype.Component;

/** An action's dates: to be done by the end of its due day, to be judged from the morning of its review day. */
@Component
class ActionCalendar implements ProcessCalendar {

    private final FollowUpRun run;

    ActionCalendar(FollowUpRun run) {
        this.run = run;
    }

    @Override
    public String processKey() {
        return ImprovementBpmn.ACTION_PROCESS;
    }

    @Override
    public Instant moment(Moment which, UUID businessKey) {
        return switch (which) {
            case DUE -> PublicTime.endOf(run.dueDay(businessKey));
            case REVIEW -> PublicTime.startOf(run.reviewDay(businessKey));
            case CLOSING, REPLY_ENDS, NEXT_CYCLE -> throw new IllegalArgumentException("an action has no " + which);
        };
    }
}
