package org.capaccueil.audit.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.capaccueil.audit.Audits.FindingKind;
import org.capaccueil.audit.domain.Treatment;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What the pages of an audit send. Texts may be empty: the domain says what is missing, at the field. */
final class AuditForms {

    private AuditForms() {}

    record Assignment(
            @NotNull(message = "Choisissez la personne qui audite cette équipe.") @Nullable String auditor,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate plannedVisit) {}

    record Declaration(@Nullable Boolean signed, @Nullable String link) {}

    record Link(
            @NotNull(message = "Dites si l'auditeur est maintenu ou remplacé.") @Nullable LinkVerdict verdict,
            @Nullable String reason) {}

    /** What a quality manager decides on a declared link. */
    enum LinkVerdict {
        KEEP("Maintenir l'auditeur : ce lien n'entame pas son indépendance"),
        REPLACE("Remplacer l'auditeur : une autre personne sera désignée");

        private final String title;

        LinkVerdict(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What a commune says of one of its auditors. */
    record Pool(
            long version,
            @Nullable Boolean lent,
            @Nullable String qualifications,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate awayUntil) {}

    record Recusal(@Nullable String reason) {}

    /**
     * A rating.
     *
     * @param notApplicable « N » where it is ticked beside a figure; it counts before the figure
     */
    record Rating(
            @Nullable Long version,
            @Nullable String grade,
            @Nullable String notApplicable,
            @Nullable String reason,
            @Nullable String comment) {

        @Nullable
        String answer() {
            return notApplicable == null ? grade : notApplicable;
        }
    }

    record Note(
            long version, @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate visitedOn, @Nullable String conclusion) {}

    /**
     * A finding.
     *
     * @param at criterion and place in one choice: « ACC-1|counter »
     */
    record Finding(
            long version,
            @NotNull(message = "Choisissez la nature du constat.") @Nullable FindingKind kind,
            @NotNull(message = "Choisissez le critère et l'endroit concernés.") @Nullable String at,
            @Nullable String text,
            @Nullable String basis) {}

    record Reply(long version, @Nullable String reply) {}

    record TreatmentForm(
            long version,
            @NotNull(message = "Choisissez ce que devient le constat.") @Nullable Treatment decision,
            @Nullable String words,
            @Nullable FindingKind kind,
            @Nullable String text) {}

    static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
