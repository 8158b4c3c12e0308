package org.capaccueil.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Completes the open step of an evaluation, campaign or action, in the transaction of the change that goes with it. A
 * step that is no longer open, or that is somebody else's, is refused before anything is written.
 */
@Service
public class TaskDesk {

    private final TaskService tasks;
    private final RepositoryService definitions;
    private final IdentityService identity;

    TaskDesk(TaskService tasks, RepositoryService definitions, IdentityService identity) {
        this.tasks = tasks;
        this.definitions = definitions;
        this.identity = identity;
    }

    /**
     * Completes a step.
     *
     * @param outcomes small routing values the diagram's gateways read; nothing in Java reads them back
     * @throws StepNoLongerOpen when it was completed, sent back or cancelled, or is in somebody else's hands
     * @throws NotAllowed when the step is for others
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(String taskKey, UUID businessKey, Actor actor, Map<String, Object> outcomes) {
        OpenTask task = find(taskKey, businessKey).orElseThrow(StepNoLongerOpen::new);
        requireFor(task, actor);
        identity.setAuthenticatedUserId(actor.id().toString());
        try {
            if (task.assignee() == null) {
                tasks.setAssignee(task.id(), actor.id().toString());
            }
            tasks.complete(task.id(), outcomes);
        } catch (OptimisticLockingException overtaken) {
            // a double submit, or two people at once: the other one was first
            throw new StepNoLongerOpen();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Refuses when the step is not open for this person; changes nothing. */
    @Transactional(readOnly = true)
    public OpenTask require(String taskKey, UUID businessKey, Actor actor) {
        OpenTask task = find(taskKey, businessKey).orElseThrow(StepNoLongerOpen::new);
        requireFor(task, actor);
        return task;
    }

    private static void requireFor(OpenTask task, Actor actor) {
        if (task.isFor(actor)) {
            return;
        }
        if (task.isOfferedTo(actor)) {
            throw new StepNoLongerOpen("La tâche « " + task.name() + " » est prise par une autre personne. "
                    + "Demandez-lui de la rendre, puis recommencez : rien n'a été modifié.");
        }
        throw new NotAllowed("La tâche « " + task.name() + " » revient à d'autres personnes que vous. "
                + "Vos tâches vous disent ce qui vous attend.");
    }

    /** The open step of this kind, if there is one. */
    @Transactional(readOnly = true)
    public Optional<OpenTask> find(String taskKey, UUID businessKey) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .taskDefinitionKey(taskKey)
                .active()
                .initializeFormKeys()
                .list()
                .stream()
                .findFirst()
                .map(this::view);
    }

    public boolean isOpenFor(String taskKey, UUID businessKey, Actor actor) {
        return find(taskKey, businessKey).filter(task -> task.isFor(actor)).isPresent();
    }

    /** All open steps of these evaluations, campaigns or actions, oldest due first. */
    @Transactional(readOnly = true)
    public List<OpenTask> openFor(Collection<UUID> businessKeys) {
        if (businessKeys.isEmpty()) {
            return List.of();
        }
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKeyIn(
                        businessKeys.stream().map(UUID::toString).toArray(String[]::new))
                .active()
                .initializeFormKeys()
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .map(this::view)
                .toList();
    }

    /** The open steps of one running process. */
    @Transactional(readOnly = true)
    public List<OpenTask> openIn(String processInstanceId) {
        return tasks
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .active()
                .initializeFormKeys()
                .list()
                .stream()
                .map(this::view)
                .toList();
    }

    private OpenTask view(Task task) {
        ProcessDefinition definition = definitions.getProcessDefinition(task.getProcessDefinitionId());
        Map<String, Object> ids = tasks.getVariables(task.getId(), List.of("evaluationId", "campaignId", "actionId"));
        String businessKey = Stream.of("actionId", "evaluationId", "campaignId")
                .map(ids::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(Object::toString)
                .orElseThrow(() -> new IllegalStateException("task " + task.getId() + " belongs to nothing"));
        String page = task.getFormKey();
        for (Map.Entry<String, Object> id : ids.entrySet()) {
            page = page.replace("{" + id.getKey() + "}", String.valueOf(id.getValue()));
        }
        Set<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                definition.getKey(),
                UUID.fromString(businessKey),
                page,
                uuid(task.getAssignee()),
                groups,
                task.getCreateTime().toInstant(),
                instant(task.getDueDate()));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable Instant instant(java.util.@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
