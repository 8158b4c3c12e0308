package org.capaccueil.notification;

/**
 * How mails are doing, for the operations page.
 *
 * @param hasServer whether a mail server is configured
 * @param waiting written and not sent yet
 * @param failing tried at least once without success
 */
public record MailQueue(boolean hasServer, long waiting, long failing) {}
