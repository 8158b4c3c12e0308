package org.capaccueil.improvement.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The action plan as leadership reads it before signing: printed once for each version of the plan, its checksum is what
 * gets signed. Nothing here says the plan is signed; that is the trail's to say, and the label report's.
 *
 * @param review what the quality manager decided; absent while the plan is a proposal
 * @param signatory who is asked to sign
 */
public record ActionPlanReport(
        Identity identity, List<Action> actions, @Nullable Review review, Signatory signatory, String reference) {

    /** The design below {@code reports/} this record fills. */
    public static final String DESIGN = "improvement/action-plan";

    public ActionPlanReport {
        actions = List.copyOf(actions);
    }

    /** How many actions, in words. */
    public String extent() {
        return switch (actions.size()) {
            case 0 -> "Aucune action n'est proposée.";
            case 1 -> "Le plan comporte 1 action.";
            default -> "Le plan comporte " + actions.size() + " actions.";
        };
    }

    /**
     * @param planVersion 1 for the first proposal, one more each time it was sent back and proposed again
     * @param auditConcludedOn the day the findings became final
     */
    public record Identity(
            String commune,
            String team,
            String campaign,
            LocalDate periodFrom,
            LocalDate periodTo,
            String standardTitle,
            String standardVersion,
            LocalDate auditConcludedOn,
            int planVersion,
            LocalDate drawnUpOn) {

        public String standard() {
            return standardTitle + ", version " + standardVersion;
        }
    }

    /**
     * @param finding the finding it answers, its kind first, as the auditor wrote it
     * @param channel the channel's title, or null when the finding is about all of them
     */
    public record Action(
            int number,
            String title,
            @Nullable String description,
            String findingNumber,
            String findingKind,
            String finding,
            String criterionCode,
            String criterionTitle,
            @Nullable String channel,
            String owner,
            LocalDate dueOn,
            LocalDate reviewOn,
            String expectedEffect) {

        public String findingHead() {
            return findingNumber + " · " + findingKind;
        }

        public String criterion() {
            return criterionCode + " " + criterionTitle + (channel == null ? "" : " (" + channel + ")");
        }

        public String text() {
            return description == null || description.isBlank() ? title : title + "\n" + description;
        }
    }

    /** The quality manager's decision on the plan, before it goes to leadership. */
    public record Review(
            String reviewer, String capacity, LocalDate decidedOn, String decision, @Nullable String comment) {

        public String reviewerWithCapacity() {
            return reviewer + ", " + capacity;
        }
    }

    /**
     * Who is asked to sign, and in which capacity: a decision bears first name, name and capacity.
     *
     * @param delegation the act the power to sign rests on, when it is not the mayor who signs
     */
    public record Signatory(String name, String capacity, @Nullable String delegation) {}
}
