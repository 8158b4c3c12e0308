package org.capaccueil.indicator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class LateSeriesProcessTest extends ProcessStory {

    @Test
    void theTeamIsRemindedEveryWeekAndFromTheThirdTimeOnTheQualityManagerIsTold() {
        script.late = true;
        begin();
        assertThat(script.calls).containsExactly("remindOwners CH-1");

        weekPasses();
        assertThat(script.calls).containsExactly("remindOwners CH-1", "remindOwners CH-1");
        weekPasses();
        weekPasses();

        assertThat(script.calls)
                .containsExactly("remindOwners CH-1", "remindOwners CH-1", "remindAll CH-1", "remindAll CH-1");
        assertThat(nothingRuns()).isFalse();
    }

    @Test
    void onceNothingIsLateItEndsWithoutAnotherWord() {
        script.late = true;
        ProcessInstance chase = begin();
        script.late = false;

        weekPasses();

        assertThat(script.calls).containsExactly("remindOwners CH-1", "end CH-1");
        assertThat(endsReached(chase)).containsExactly("valuesGiven");
        assertThat(nothingRuns()).isTrue();
    }

    private ProcessInstance begin() {
        script.reminder = START.plus(Duration.ofDays(7));
        ProcessInstance chase = ENGINE.getRuntimeService()
                .startProcessInstanceByKey(LateSeriesBpmn.PROCESS, "CH-1", Map.of("teamId", "T-1", "communeId", "C-1"));
        runDueJobs();
        return chase;
    }

    private void weekPasses() {
        Instant due = script.reminder;
        script.reminder = due.plus(Duration.ofDays(7));
        moveTo(due.plusSeconds(1));
    }
}
