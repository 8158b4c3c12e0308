package org.capaccueil.notification;

/** What the operations page may ask about mails. */
public interface Mails {

    MailQueue queue();

    /**
     * Deletes mails written before, sent or not: nobody needs a reminder that old.
     *
     * @return how many
     */
    int forgetWrittenBefore(java.time.Instant instant);
}
