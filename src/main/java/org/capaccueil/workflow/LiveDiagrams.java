package org.capaccueil.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows where a process is, how long it has waited and what comes next. Reminders run beside and are left out. */
@Service
@Transactional(readOnly = true)
public class LiveDiagrams {

    private final HistoryService history;
    private final RepositoryService definitions;
    private final TaskDesk tasks;
    private final Organisation organisation;

    LiveDiagrams(HistoryService history, RepositoryService definitions, TaskDesk tasks, Organisation organisation) {
        this.history = history;
        this.definitions = definitions;
        this.tasks = tasks;
        this.organisation = organisation;
    }

    /** The process of this key that belongs to this evaluation, campaign or action; the newest if there were several. */
    public Optional<LiveDiagram> of(String processKey, UUID businessKey) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey.toString())
                .list()
                .stream()
                .max(Comparator.comparing(HistoricProcessInstance::getStartTime))
                .map(instance -> draw(instance, businessKey));
    }

    private LiveDiagram draw(HistoricProcessInstance instance, UUID businessKey) {
        BpmnModelInstance model = definitions.getBpmnModelInstance(instance.getProcessDefinitionId());
        List<HistoricActivityInstance> steps = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .stream()
                .filter(step -> !runsBeside(model, step.getActivityId()))
                .toList();
        Map<String, OpenTask> open = tasks.openFor(List.of(businessKey)).stream()
                .collect(Collectors.toMap(OpenTask::key, Function.identity(), (first, same) -> first));
        List<LiveDiagram.ActiveStep> active = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (HistoricActivityInstance step : steps) {
            if (step.getEndTime() != null) {
                done.add(step.getActivityId());
            } else if (!(model.getModelElementById(step.getActivityId()) instanceof SubProcess)) {
                active.add(new LiveDiagram.ActiveStep(
                        step.getActivityId(),
                        step.getActivityName(),
                        step.getStartTime().toInstant(),
                        waitingFor(open.get(step.getActivityId()))));
            }
        }
        active.forEach(step -> done.remove(step.id()));
        List<String> next =
                next(model, active.stream().map(LiveDiagram.ActiveStep::id).toList());
        return new LiveDiagram(
                instance.getProcessDefinitionName(), Bpmn.convertToString(model), active, List.copyOf(done), next);
    }

    /** Whether the element is part of an event subprocess: reminders are not where a process is. */
    private static boolean runsBeside(BpmnModelInstance model, String id) {
        org.camunda.bpm.model.xml.instance.ModelElementInstance element = model.getModelElementById(id);
        while (element != null) {
            if (element instanceof SubProcess subProcess && subProcess.triggeredByEvent()) {
                return true;
            }
            element = element.getParentElement();
        }
        return false;
    }

    private @Nullable String waitingFor(@Nullable OpenTask task) {
        if (task == null) {
            return null;
        }
        if (task.assignee() != null) {
            return organisation.person(new PersonId(task.assignee())).name();
        }
        return task.groups().stream().map(CandidateGroups::inWords).sorted().collect(Collectors.joining(", "));
    }

    /** Follows the arrows from here to the first steps that ask somebody for something. */
    private static List<String> next(BpmnModelInstance model, List<String> from) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(from);
        Deque<FlowNode> ways = new ArrayDeque<>();
        for (String id : from) {
            if (model.getModelElementById(id) instanceof FlowNode node) {
                ways.addAll(node.getSucceedingNodes().list());
            }
        }
        while (!ways.isEmpty()) {
            FlowNode node = ways.poll();
            if (!seen.add(node.getId())) {
                continue;
            }
            if (node instanceof UserTask || node instanceof CallActivity) {
                names.add(node.getName());
            } else {
                ways.addAll(node.getSucceedingNodes().list());
            }
        }
        return List.copyOf(names);
    }
}
