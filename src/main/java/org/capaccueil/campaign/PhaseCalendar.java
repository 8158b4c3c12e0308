package org.capaccueil.campaign;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.workflow.Moment;
import org.capaccueil.workflow.ProcessCalendar;

/** The dates of a process that runs one phase: due on the evaluation's deadline for that phase. */
public class PhaseCalendar implements ProcessCalendar {

    private final String processKey;
    private final Phase phase;
    private final Evaluations evaluations;

    public PhaseCalendar(String processKey, Phase phase, Evaluations evaluations) {
        this.processKey = processKey;
        this.phase = phase;
        this.evaluations = evaluations;
    }

    @Override
    public final String processKey() {
        return processKey;
    }

    @Override
    public Instant moment(Moment which, UUID businessKey) {
        if (which != Moment.DUE) {
            throw new IllegalArgumentException(processKey + " has no " + which);
        }
        return PublicTime.endOf(
                evaluations.get(new EvaluationId(businessKey)).deadlines().of(phase));
    }
}
