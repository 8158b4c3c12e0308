package org.capaccueil.notification.domain;

/** Why somebody is written to. */
public enum NoticeKind {
    /** A step has opened. */
    ARRIVED("Nouvelle tâche"),
    /** A lead has given the task to this person. */
    HANDED_OVER("Tâche confiée"),
    /** The due date comes near. */
    REMINDER("Rappel"),
    /** The due date has passed; goes to the next level up and to those who are awaited. */
    ESCALATION("Échéance dépassée");

    private final String title;

    NoticeKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
