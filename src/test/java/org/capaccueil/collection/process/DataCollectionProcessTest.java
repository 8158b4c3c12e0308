package org.capaccueil.collection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class DataCollectionProcessTest extends ProcessStory {

    @Test
    void theTeamMeasuresThenTheDataIsFrozen() {
        ProcessInstance collection = start();

        assertThat(openTasks()).containsExactly("measureIndicators");
        complete("measureIndicators");

        assertThat(script.calls).containsExactly("openCollection E-1", "freezeData E-1");
        assertThat(endsReached(collection)).containsExactly("dataFrozen");
        assertThat(isRunning(collection)).isFalse();
    }

    @Test
    void theTaskIsOfferedToTheTeamWithItsPageAndItsDueDate() {
        script.due = inDays(30);
        start();

        assertOffer("measureIndicators", "team:T-1", "/evaluations/{evaluationId}/collection");
    }

    @Test
    void whoeverCompletesTheTaskWaitsForNothingAfterIt() {
        start();

        completeOnly("measureIndicators", Map.of());

        assertThat(openTasks()).isEmpty();
        assertThat(script.calls).containsExactly("openCollection E-1");
    }

    @Test
    void theTeamIsRemindedThenTheNextLevelIsToldAndTheProcessStillEnds() {
        assertRemindsThenEscalates("E-1", this::start);

        complete("measureIndicators");

        assertThat(nothingRuns()).as("no reminder waits for ever").isTrue();
    }

    private ProcessInstance start() {
        ProcessInstance collection = startForEvaluation("data-collection");
        runDueJobs();
        return collection;
    }
}
