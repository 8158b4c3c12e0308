package org.capaccueil.workflow;

/** Is told of every task at the moment it opens, in the same transaction. The notification room implements it. */
public interface TaskArrivals {

    void opened(String taskId);
}
