package org.capaccueil.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the stubs answer, and what they were asked. */
public final class Script {
    /** A Monday morning; the clock of every story starts here. */
    public static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

    private static final Instant FAR = START.plus(Duration.ofDays(3650));

    public final List<String> calls = new ArrayList<>();
    public final Deque<String> openings = new ArrayDeque<>();
    public boolean surveyPlanned;
    public boolean late;
    public boolean recurring;
    public boolean overdue;
    public Instant due = FAR;
    public Instant reminder = FAR;
    public Instant closingDate = FAR;
    public Instant nextCycle = FAR;
    public Instant replyEnds = FAR;
    public Instant reviewDate = FAR;
    public List<String> actionIds = List.of();
    public String labelOutcome = "REACHED";

    /** One answer a check, « SETTLED » when none is left. */
    public final Deque<String> organisationAnswers = new ArrayDeque<>();

    void reset() {
        calls.clear();
        openings.clear();
        organisationAnswers.clear();
        surveyPlanned = late = false;
        recurring = false;
        overdue = false;
        due = reminder = closingDate = nextCycle = replyEnds = reviewDate = FAR;
        actionIds = List.of();
        labelOutcome = "REACHED";
    }

    void called(String what, DelegateExecution execution) {
        calls.add(what + " " + execution.getProcessBusinessKey());
    }
}
