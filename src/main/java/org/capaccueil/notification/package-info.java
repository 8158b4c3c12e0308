/** Mails: a step has opened, a reminder, an escalation to the next level up. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.notification;
