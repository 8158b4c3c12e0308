package org.capaccueil.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Phase;

/** The last day of each phase, in Europe/Paris. Each is on or after the one before it. */
@Embeddable
public record Deadlines(
        @Column(name = "due_collection") LocalDate collection,
        @Column(name = "due_self_assessment") LocalDate selfAssessment,
        @Column(name = "due_audit") LocalDate audit,
        @Column(name = "due_action_plan") LocalDate actionPlan,
        @Column(name = "due_follow_up") LocalDate followUp) {

    public LocalDate of(Phase phase) {
        return switch (phase) {
            case COLLECTION -> collection;
            case SELF_ASSESSMENT -> selfAssessment;
            case AUDIT -> audit;
            case ACTION_PLAN -> actionPlan;
            case FOLLOW_UP -> followUp;
        };
    }

    public Deadlines with(Phase phase, LocalDate day) {
        return new Deadlines(
                phase == Phase.COLLECTION ? day : collection,
                phase == Phase.SELF_ASSESSMENT ? day : selfAssessment,
                phase == Phase.AUDIT ? day : audit,
                phase == Phase.ACTION_PLAN ? day : actionPlan,
                phase == Phase.FOLLOW_UP ? day : followUp);
    }

    /** All dates moved by whole months, for the next cycle. */
    public Deadlines plusMonths(int months) {
        return new Deadlines(
                collection.plusMonths(months),
                selfAssessment.plusMonths(months),
                audit.plusMonths(months),
                actionPlan.plusMonths(months),
                followUp.plusMonths(months));
    }

    /** Refuses a phase that would end before the one it follows. */
    public void requireInOrder() {
        Phase[] phases = Phase.values();
        for (int i = 1; i < phases.length; i++) {
            if (of(phases[i]).isBefore(of(phases[i - 1]))) {
                throw new BusinessRefusal(
                        fieldOf(phases[i]),
                        "L'échéance de la phase « " + phases[i].title() + " » est avant celle de la phase « "
                                + phases[i - 1].title() + " ». Choisissez une date égale ou postérieure.");
            }
        }
    }

    /** The name of the form field that holds this phase's date. */
    public static String fieldOf(Phase phase) {
        return switch (phase) {
            case COLLECTION -> "dueCollection";
            case SELF_ASSESSMENT -> "dueSelfAssessment";
            case AUDIT -> "dueAudit";
            case ACTION_PLAN -> "dueActionPlan";
            case FOLLOW_UP -> "dueFollowUp";
        };
    }
}
