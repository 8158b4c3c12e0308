package org.capaccueil.collection.process;

import java.util.Map;
import org.capaccueil.collection.domain.CollectionProcess;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.workflow.TaskDesk;
import org.springframework.stereotype.Component;

@Component
class CollectionProcessAdapter implements CollectionProcess {

    private final TaskDesk tasks;

    CollectionProcessAdapter(TaskDesk tasks) {
        this.tasks = tasks;
    }

    @Override
    public void submitted(EvaluationId evaluation, Actor actor) {
        tasks.complete(CollectionBpmn.MEASURE_INDICATORS, evaluation.value(), actor, Map.of());
    }
}
