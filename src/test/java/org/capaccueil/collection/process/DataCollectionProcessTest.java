package org.capaccueil.collection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.capaccueil.workflow.ProcessStory;
import org.junit.jupiter.api.Test;

class DataCollectionProcessTest extends ProcessStory {

    private static final Instant MONDAY = Instant.parse("2027-03-01T08:00:00Z");

    @Test
    void theTeamMeasuresThenTheDataIsFrozen() {
        ProcessInstance collection = start();

        assertThat(openTasks()).containsExactly("measureIndicators");
        complete("measureIndicators");

        assertThat(script.calls).containsExactly("openCollection E-1", "freezeData E-1");
        assertThat(endsReached(collection)).containsExactly("dataFrozen");
    }

    @Test
    void theTaskIsOfferedToTheTeamWithItsPageAndItsDueDate() {
        script.due = MONDAY.plus(Duration.ofDays(30));
        start();

        assertThat(candidateGroupsOf("measureIndicators")).containsExactly("team:T-1");
        assertThat(theTask("measureIndicators").getFormKey()).isEqualTo("/evaluations/{evaluationId}/collection");
        assertThat(theTask("measureIndicators").getDueDate()).isEqualTo(Date.from(MONDAY.plus(Duration.ofDays(30))));
    }

    @Test
    void whoeverCompletesTheTaskWaitsForNothingAfterIt() {
        start();

        completeOnly("measureIndicators", Map.of());

        assertThat(openTasks()).isEmpty();
        assertThat(script.calls).containsExactly("openCollection E-1");
    }

    @Test
    void peopleAreRemindedUntilTheDeadlineThenTheNextLevelIsTold() {
        script.reminder = MONDAY.plus(Duration.ofDays(15));
        ProcessInstance collection = start();

        script.reminder = MONDAY.plus(Duration.ofDays(31));
        moveTo(MONDAY.plus(Duration.ofDays(15)));
        assertThat(script.calls).isEqualTo(List.of("openCollection E-1", "remind E-1"));

        script.overdue = true;
        script.reminder = MONDAY.plus(Duration.ofDays(60));
        moveTo(MONDAY.plus(Duration.ofDays(31)));
        assertThat(script.calls).isEqualTo(List.of("openCollection E-1", "remind E-1", "escalate E-1"));

        assertThat(openTasks()).containsExactly("measureIndicators");
        complete("measureIndicators");
        assertThat(isRunning(collection))
                .as("the waiting reminder keeps the process alive")
                .isFalse();
    }

    private ProcessInstance start() {
        ProcessInstance collection = startForEvaluation("data-collection");
        runDueJobs();
        return collection;
    }
}
