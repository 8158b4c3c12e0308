package org.capaccueil.workflow;

/** Is told, in the same transaction, when somebody is awaited for a task. The notification room implements it. */
public interface TaskArrivals {

    void opened(String taskId);

    /** Somebody was given the task by name. */
    void handedOver(String taskId);
}
