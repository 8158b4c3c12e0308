/** Camunda plumbing: the beans a process may see, tasks, starts, messages, due dates and the live diagram. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.workflow;
