package org.capaccueil.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.capaccueil.shared.AbsentPerson;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.workflow.TaskDetails.Details;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    private final IdentityService identity;
    private final TaskDetails taskDetails;
    private final ObjectProvider<TaskArrivals> arrivals;

    TaskDesk(
            TaskService tasks,
            IdentityService identity,
            TaskDetails taskDetails,
            ObjectProvider<TaskArrivals> arrivals) {
        this.tasks = tasks;
        this.identity = identity;
        this.taskDetails = taskDetails;
        this.arrivals = arrivals;
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
        complete(task, actor, outcomes);
    }

    /**
     * Completes a step that is given to one person by name, also for somebody the diagram offers it to besides: a lead in
     * place of an action's owner.
     *
     * @throws NotAllowed when the step is for others
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void completeInPlace(String taskKey, UUID businessKey, Actor actor, Map<String, Object> outcomes) {
        OpenTask task = find(taskKey, businessKey).orElseThrow(StepNoLongerOpen::new);
        if (!task.isOfferedTo(actor)) {
            requireFor(task, actor);
        }
        complete(task, actor, outcomes);
    }

    private void complete(OpenTask task, Actor actor, Map<String, Object> outcomes) {
        identity.setAuthenticatedUserId(actor.id().toString());
        try {
            if (task.assignee() == null) {
                tasks.setAssignee(task.id(), actor.id().toString());
            }
            tasks.complete(task.id(), outcomes);
        } catch (OptimisticLockingException overtaken) {
            // a double submit, or two people at once: the other one was first
            throw new StepNoLongerOpen();
        } catch (NullValueException | NotFoundException nothingThere) {
            if (tasks.createTaskQuery().taskId(task.id()).count() > 0) {
                throw nothingThere;
            }
            // the other one was done between our reading the task and our completing it
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
        return views(tasks.createTaskQuery()
                        .processInstanceBusinessKey(businessKey.toString())
                        .taskDefinitionKey(taskKey)
                        .active()
                        .initializeFormKeys()
                        .list())
                .stream()
                .findFirst();
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
        return views(tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(
                        businessKeys.stream().map(UUID::toString).toArray(String[]::new))
                .active()
                .initializeFormKeys()
                .orderByDueDate()
                .asc()
                .list());
    }

    /** Those of these tasks that are still open. */
    @Transactional(readOnly = true)
    public List<OpenTask> stillOpen(Collection<String> taskIds) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        return views(tasks.createTaskQuery()
                .taskIdIn(taskIds.toArray(String[]::new))
                .active()
                .initializeFormKeys()
                .list());
    }

    /** The open steps a person took or was given. */
    @Transactional(readOnly = true)
    public List<OpenTask> heldBy(PersonId person) {
        return views(tasks.createTaskQuery()
                .taskAssignee(person.toString())
                .active()
                .initializeFormKeys()
                .orderByDueDate()
                .asc()
                .list());
    }

    /** The open steps of one running process. */
    @Transactional(readOnly = true)
    public List<OpenTask> openIn(String processInstanceId) {
        return views(tasks.createTaskQuery()
                .processInstanceId(processInstanceId)
                .active()
                .initializeFormKeys()
                .list());
    }

    /** Whose tasks a list shows. */
    public enum Whose {
        /** Given to or taken by this person, or each member's of a team this person is in. */
        MINE,
        /** Offered to one of this person's groups and taken by nobody. */
        OFFERED,
        /** Offered to one of this person's groups and taken by somebody else. */
        TAKEN_BY_OTHERS
    }

    /**
     * A person's tasks, the longest overdue first.
     *
     * @param campaign only this campaign's, or null for all
     * @param first how many to skip
     */
    @Transactional(readOnly = true)
    public List<OpenTask> list(Actor actor, Whose whose, @Nullable UUID campaign, int first, int most) {
        if (isOfNobody(actor, whose)) {
            return List.of();
        }
        return views(query(actor, whose, campaign)
                .initializeFormKeys()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .listPage(first, most));
    }

    @Transactional(readOnly = true)
    public long count(Actor actor, Whose whose, @Nullable UUID campaign) {
        return isOfNobody(actor, whose) ? 0 : query(actor, whose, campaign).count();
    }

    /** To whoever is in no group nothing is offered: there is nothing to ask for. */
    private static boolean isOfNobody(Actor actor, Whose whose) {
        return whose != Whose.MINE && oneOf(actor).isEmpty();
    }

    /** The groups of which one person takes a task. */
    private static List<String> oneOf(Actor actor) {
        return groups(actor, Predicate.not(TaskDesk::isOfEach));
    }

    /** The groups in which each has a part. */
    private static List<String> eachOf(Actor actor) {
        return groups(actor, TaskDesk::isOfEach);
    }

    private static List<String> groups(Actor actor, Predicate<String> which) {
        return CandidateGroups.of(actor).stream().filter(which).toList();
    }

    private static boolean isOfEach(String group) {
        return group.startsWith(CandidateGroups.MEMBERS);
    }

    private TaskQuery query(Actor actor, Whose whose, @Nullable UUID campaign) {
        TaskQuery query = tasks.createTaskQuery().active();
        if (campaign != null) {
            query.processVariableValueEquals("campaignId", campaign.toString());
        }
        return switch (whose) {
            case MINE -> mine(query, actor, eachOf(actor));
            case OFFERED -> query.taskCandidateGroupIn(oneOf(actor));
            case TAKEN_BY_OTHERS ->
                query.taskCandidateGroupIn(oneOf(actor))
                        .includeAssignedTasks()
                        .taskAssigned()
                        .taskAssigneeNotIn(holders(actor));
        };
    }

    /** What is theirs by name or as a member; and what an absent person holds, unless it is given to nobody but them. */
    private static TaskQuery mine(TaskQuery query, Actor actor, List<String> each) {
        if (!actor.standingInFor().isEmpty()) {
            query.or()
                    .taskAssignee(actor.id().toString())
                    .taskCandidateGroupLike("%")
                    .includeAssignedTasks()
                    .endOr();
        }
        if (each.isEmpty()) {
            // no index serves an « or » over two tables: who is in no team is spared it
            return query.taskAssigneeIn(holders(actor));
        }
        return query.or()
                .taskAssigneeIn(holders(actor))
                .taskCandidateGroupIn(each)
                .endOr();
    }

    /** This person, and those in whose place they hold tasks. */
    private static String[] holders(Actor actor) {
        return Stream.concat(
                        Stream.of(actor.id()), actor.standingInFor().stream().map(AbsentPerson::id))
                .map(PersonId::toString)
                .toArray(String[]::new);
    }

    /** Takes a task that is offered to one of the person's groups. */
    @Transactional
    public void claim(String taskId, Actor actor) {
        OpenTask task = own(taskId, actor);
        if (task.isEverybodys()) {
            throw new NotAllowed("La tâche « " + task.name() + " » attend chaque membre de l'équipe : personne ne la "
                    + "prend pour soi. Ouvrez-la depuis vos tâches et donnez vos propres réponses.");
        }
        try {
            tasks.claim(task.id(), holder(task, actor).toString());
        } catch (TaskAlreadyClaimedException | OptimisticLockingException | NotFoundException overtaken) {
            throw new StepNoLongerOpen("La tâche « " + task.name() + " » vient d'être prise par une autre personne.");
        }
    }

    /** What is taken in somebody's place is theirs again the day after, without anybody having to hand it back. */
    private static PersonId holder(OpenTask task, Actor actor) {
        return task.inPlaceOf(actor).map(AbsentPerson::id).orElse(actor.id());
    }

    /** Gives a taken task back to its group. */
    @Transactional
    public void giveBack(String taskId, Actor actor) {
        OpenTask task = own(taskId, actor);
        if (task.groups().isEmpty()) {
            throw new NotAllowed(
                    "La tâche « " + task.name()
                            + " » vous est confiée en personne. Demandez au référent qualité de la confier à quelqu'un d'autre.");
        }
        tasks.setAssignee(task.id(), null);
    }

    /** The task by its id, if it is this person's business; another's is as little there as one that is done. */
    private OpenTask own(String taskId, Actor actor) {
        OpenTask task = byId(taskId);
        if (!task.isFor(actor) && !task.isOfferedTo(actor)) {
            throw new StepNoLongerOpen();
        }
        requireFor(task, actor);
        return task;
    }

    /** What waits for these groups or was taken from them, the longest overdue first. */
    @Transactional(readOnly = true)
    public List<OpenTask> offeredTo(List<String> groups) {
        return views(tasks.createTaskQuery()
                .active()
                .taskCandidateGroupIn(groups)
                .includeAssignedTasks()
                .initializeFormKeys()
                .orderByDueDate()
                .asc()
                .list());
    }

    /**
     * Puts a task into somebody's hands, or back among what its group has to take; of two who do it at once only the first
     * does.
     *
     * @param task as it was seen
     * @param to null to give it back to its group
     * @return whether it was still as seen
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean handOver(OpenTask task, @Nullable PersonId to) {
        Task now = tasks.createTaskQuery().taskId(task.id()).active().singleResult();
        if (now == null) {
            throw new StepNoLongerOpen();
        }
        if (!Objects.equals(uuid(now.getAssignee()), task.assignee())) {
            return false;
        }
        try {
            // saved with the revision just read: whoever changed it since is not overwritten
            now.setAssignee(to == null ? null : to.toString());
            tasks.saveTask(now);
        } catch (OptimisticLockingException overtaken) {
            return false;
        }
        if (to != null) {
            arrivals.forEach(room -> room.handedOver(task.id()));
        }
        return true;
    }

    private OpenTask byId(String taskId) {
        Task task = tasks.createTaskQuery()
                .taskId(taskId)
                .active()
                .initializeFormKeys()
                .singleResult();
        if (task == null) {
            throw new StepNoLongerOpen();
        }
        return views(List.of(task)).stream().findFirst().orElseThrow(StepNoLongerOpen::new);
    }

    private List<OpenTask> views(List<Task> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Details details = taskDetails.of(found);
        return found.stream()
                // nobody's task: completed by somebody between the two readings
                .filter(task ->
                        task.getAssignee() != null || !details.groupsOf(task).isEmpty())
                .map(task -> view(task, details))
                .toList();
    }

    private static OpenTask view(Task task, Details details) {
        Map<String, String> ids = details.idsOf(task);
        String page = task.getFormKey();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            page = page.replace("{" + id.getKey() + "}", id.getValue());
        }
        String businessKey = Stream.of("actionId", "evaluationId", "campaignId")
                .filter(ids::containsKey)
                .map(ids::get)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("task " + task.getId() + " belongs to nothing"));
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                details.processOf(task),
                UUID.fromString(businessKey),
                uuid(ids.get("evaluationId")),
                UUID.fromString(ids.get("campaignId")),
                page,
                uuid(task.getAssignee()),
                details.groupsOf(task),
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
