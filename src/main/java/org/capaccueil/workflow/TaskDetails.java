package org.capaccueil.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What belongs to many tasks, read from the engine's tables in one statement. The engine's own services ask once a task
 * for its candidates and its process; and its question for the candidates of one task fails, and dooms the transaction,
 * when somebody completes that task meanwhile.
 */
@Component
class TaskDetails {

    private static final String SQL =
            """
            select 'CANDIDATE' as kind, task_id_ as owner, group_id_ as name, null as text
              from act_ru_identitylink where task_id_ in (:tasks) and type_ = 'candidate' and group_id_ is not null
            union all
            select 'VARIABLE', proc_inst_id_, name_, text_
              from act_ru_variable
             where proc_inst_id_ in (:instances) and name_ in ('campaignId', 'evaluationId', 'actionId')
            union all
            select 'PROCESS', id_, key_, null from act_re_procdef where id_ in (:definitions)
            """;

    private final JdbcClient jdbc;

    TaskDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By task, instance and definition.
     *
     * @param groups the groups each task is offered to; a task without any is absent
     * @param ids what a process instance is about: campaignId, evaluationId, actionId
     * @param processKeys the key of each process definition
     */
    record Details(
            Map<String, Set<String>> groups, Map<String, Map<String, String>> ids, Map<String, String> processKeys) {

        Set<String> groupsOf(Task task) {
            return groups.getOrDefault(task.getId(), Set.of());
        }

        Map<String, String> idsOf(Task task) {
            return ids.getOrDefault(task.getProcessInstanceId(), Map.of());
        }

        String processOf(Task task) {
            return processKeys.get(task.getProcessDefinitionId());
        }
    }

    Details of(Collection<Task> tasks) {
        Details details = new Details(new HashMap<>(), new HashMap<>(), new HashMap<>());
        jdbc.sql(SQL)
                .param("tasks", each(tasks, Task::getId))
                .param("instances", each(tasks, Task::getProcessInstanceId))
                .param("definitions", each(tasks, Task::getProcessDefinitionId))
                .query(row -> {
                    String owner = row.getString("owner");
                    String name = row.getString("name");
                    switch (row.getString("kind")) {
                        case "CANDIDATE" ->
                            details.groups()
                                    .computeIfAbsent(owner, task -> new HashSet<>())
                                    .add(name);
                        case "VARIABLE" ->
                            details.ids()
                                    .computeIfAbsent(owner, instance -> new HashMap<>())
                                    .put(name, row.getString("text"));
                        default -> details.processKeys().put(owner, name);
                    }
                });
        return details;
    }

    private static List<String> each(Collection<Task> tasks, Function<Task, String> part) {
        return tasks.stream().map(part).distinct().toList();
    }
}
