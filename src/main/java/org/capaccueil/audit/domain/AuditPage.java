package org.capaccueil.audit.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.Audits.Summary;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.FiguresBeside;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/**
 * An audit as one person may see it now. What they may not see is not in it.
 *
 * @param version of the audit itself, for the form of the conclusion
 * @param auditor the auditor's name and commune, null while nobody is assigned
 * @param mine whether this person is the auditor
 * @param lead whether this person may reply for the team
 * @param results whether ratings and findings are open to this person: to the auditor always, to others once the draft
 *     is out
 * @param reportOut whether the auditor has given the final report
 * @param missing what keeps the next report from leaving, for the auditor
 */
public record AuditPage(
        EvaluationView evaluation,
        Summary summary,
        long version,
        @Nullable String auditor,
        boolean mine,
        boolean lead,
        boolean results,
        boolean reportOut,
        @Nullable Instant replyEnds,
        @Nullable Instant repliedAt,
        @Nullable String repliedBy,
        List<ThemeSection> themes,
        List<FindingRow> findings,
        List<Missing> missing) {

    /** A theme with its criteria. */
    public record ThemeSection(Theme theme, List<CriterionCard> criteria) {

        public int rated() {
            return (int) rows().stream().filter(RatingRow::isRated).count();
        }

        public int expected() {
            return rows().size();
        }

        public long takeable() {
            return rows().stream().filter(RatingRow::takeable).count();
        }

        private List<RatingRow> rows() {
            return criteria.stream().flatMap(card -> card.rows().stream()).toList();
        }
    }

    /** A criterion with a rating for each place, and what the team shows for it. */
    public record CriterionCard(
            Criterion criterion,
            List<RatingRow> rows,
            List<SelfAssessments.Evidence> evidence,
            List<FindingRow> findings) {

        public long takeable() {
            return rows.stream().filter(RatingRow::takeable).count();
        }
    }

    /**
     * The team's rating and the auditor's, beside each other. Ratings are written as the scale's value, « N » for not
     * applicable, null for not rated.
     *
     * @param beside what the team's figures say about it
     * @param version null while not rated
     * @param takeable whether the team's rating can be taken over here
     * @param callsForFinding a mandatory criterion below the threshold that no nonconformity answers yet
     */
    public record RatingRow(
            String anchor,
            String criterion,
            String criterionTitle,
            Place place,
            FiguresBeside beside,
            boolean mandatory,
            boolean offersNotApplicable,
            Scale scale,
            @Nullable String self,
            @Nullable String selfReason,
            @Nullable String selfComment,
            @Nullable String own,
            @Nullable String reason,
            @Nullable String comment,
            @Nullable Long version,
            boolean takenFromTeam,
            @Nullable Instant ratedAt,
            boolean takeable,
            boolean callsForFinding) {

        /** Half of what can be reached. */
        private static final int PARTLY = 50;

        public boolean isRated() {
            return own != null;
        }

        /** Whether auditor and team differ. */
        public boolean isGap() {
            return own != null && self != null && !own.equals(self);
        }

        /** « +1 », « −2 »; null where one of the two gave no figure. */
        public @Nullable String gap() {
            String ours = own;
            String theirs = self;
            if (ours == null || theirs == null || ours.equals("N") || theirs.equals("N")) {
                return null;
            }
            int points = Integer.parseInt(ours) - Integer.parseInt(theirs);
            return points == 0 ? null : points > 0 ? "+" + points : "−" + -points;
        }

        /** What a nonconformity here would be: partly there is minor, the rest is major. */
        public FindingKind suggestedKind() {
            boolean partly = own != null
                    && !own.equals("N")
                    && scale.points(Integer.parseInt(own))
                            .filter(points -> points >= PARTLY)
                            .isPresent();
            return partly ? FindingKind.MINOR : FindingKind.MAJOR;
        }
    }

    /** A finding with what was replied and what became of it. */
    public record FindingRow(
            UUID id,
            long version,
            int number,
            FindingKind kind,
            String criterion,
            String criterionTitle,
            Place place,
            String text,
            String basis,
            @Nullable String reply,
            @Nullable Treatment decision,
            @Nullable String treatment) {

        public boolean isWithdrawn() {
            return decision == Treatment.WITHDRAWN;
        }

        public boolean awaitsTreatment() {
            return reply != null && decision == null;
        }
    }

    public int rated() {
        return themes.stream().mapToInt(ThemeSection::rated).sum();
    }

    public int expected() {
        return themes.stream().mapToInt(ThemeSection::expected).sum();
    }

    public long gaps() {
        return themes.stream()
                .flatMap(theme -> theme.criteria().stream())
                .flatMap(card -> card.rows().stream())
                .filter(RatingRow::isGap)
                .count();
    }

    public boolean isDeclared() {
        return summary.independenceDeclaredAt() != null;
    }
}
