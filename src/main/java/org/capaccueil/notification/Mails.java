package org.capaccueil.notification;

/** What the operations page may ask about mails. */
public interface Mails {

    MailQueue queue();
}
