package org.capaccueil.campaign.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.campaign.domain.CampaignPlan;
import org.capaccueil.campaign.domain.SuggestedDates;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** A campaign's plan as it is typed. */
record CampaignForm(
        @NotBlank(message = "Donnez un nom à la campagne, par exemple Accueil 2027.")
                @Size(max = 120, message = "Le nom a 120 caractères au plus.")
                String name,
        @NotNull(message = "Indiquez le début de la période évaluée.") @DateTimeFormat(iso = ISO.DATE) @Nullable
                LocalDate periodStart,
        @NotNull(message = "Indiquez la fin de la période évaluée.") @DateTimeFormat(iso = ISO.DATE) @Nullable
                LocalDate periodEnd,
        @NotBlank(message = "Choisissez le référentiel.") String standard,
        Set<String> teams,
        @NotNull(message = "Indiquez l'échéance de la collecte.") @DateTimeFormat(iso = ISO.DATE) @Nullable
                LocalDate dueCollection,
        @NotNull(message = "Indiquez l'échéance de l'autoévaluation.") @DateTimeFormat(iso = ISO.DATE) @Nullable
                LocalDate dueSelfAssessment,
        @NotNull(message = "Indiquez l'échéance de l'audit.") @DateTimeFormat(iso = ISO.DATE) @Nullable
                LocalDate dueAudit,
        @NotNull(message = "Indiquez l'échéance du plan d'action.") @DateTimeFormat(iso = ISO.DATE) @Nullable
                LocalDate dueActionPlan,
        @NotNull(message = "Indiquez l'échéance du suivi.") @DateTimeFormat(iso = ISO.DATE) @Nullable
                LocalDate dueFollowUp,
        @NotNull(message = "Indiquez la date de clôture.") @DateTimeFormat(iso = ISO.DATE) @Nullable
                LocalDate closingDate,
        @NotNull(message = "Dites si la campagne revient.") @Nullable Recurrence recurrence,
        @Nullable Integer recurrenceMonths,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate surveyUntil) {

    /** Whether the campaign comes back. */
    enum Recurrence {
        NONE("Une seule fois"),
        YEARLY("Tous les ans"),
        CUSTOM("Tous les … mois");

        private static final int YEAR = 12;

        private final String title;

        Recurrence(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        static Recurrence of(int months) {
            return months == 0 ? NONE : months == YEAR ? YEARLY : CUSTOM;
        }

        int months(@Nullable Integer typed) {
            return switch (this) {
                case NONE -> 0;
                case YEARLY -> YEAR;
                case CUSTOM -> {
                    if (typed == null || typed < 1) {
                        throw new BusinessRefusal(
                                "recurrenceMonths", "Donnez le nombre de mois entre deux cycles, de 1 à 60.");
                    }
                    yield typed;
                }
            };
        }
    }

    CampaignForm {
        name = name == null ? "" : name.strip();
        standard = standard == null ? "" : standard.strip();
        // a choice that cannot be read arrives as null; the binding has noted the fault
        teams = teams == null
                ? Set.of()
                : teams.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    static CampaignForm suggested(LocalDate today, @Nullable StandardVersionId standard) {
        SuggestedDates dates = SuggestedDates.from(today);
        return new CampaignForm(
                "Accueil " + today.getYear(),
                dates.periodStart(),
                dates.periodEnd(),
                standard == null ? "" : standard.toString(),
                Set.of(),
                dates.deadlines().collection(),
                dates.deadlines().selfAssessment(),
                dates.deadlines().audit(),
                dates.deadlines().actionPlan(),
                dates.deadlines().followUp(),
                dates.closingDate(),
                Recurrence.YEARLY,
                null,
                dates.surveyUntil());
    }

    static CampaignForm of(CampaignView campaign) {
        Recurrence recurrence = Recurrence.of(campaign.recurrenceMonths());
        Deadlines due = campaign.deadlines();
        return new CampaignForm(
                campaign.name(),
                campaign.periodStart(),
                campaign.periodEnd(),
                campaign.standard().toString(),
                campaign.teams().stream().map(TeamId::toString).collect(Collectors.toUnmodifiableSet()),
                due.of(Phase.COLLECTION),
                due.of(Phase.SELF_ASSESSMENT),
                due.of(Phase.AUDIT),
                due.of(Phase.ACTION_PLAN),
                due.of(Phase.FOLLOW_UP),
                campaign.closingDate(),
                recurrence,
                recurrence == Recurrence.CUSTOM ? campaign.recurrenceMonths() : null,
                campaign.surveyUntil());
    }

    /** What is typed, once the form has no missing field. */
    CampaignPlan plan() {
        return new CampaignPlan(
                name,
                given(periodStart),
                given(periodEnd),
                read(
                        "standard",
                        "Ce référentiel n'est pas publié. Choisissez-en un dans la liste proposée.",
                        () -> StandardVersionId.of(standard)),
                read(
                        "teams",
                        "Une des équipes choisies n'existe pas dans votre commune. Choisissez parmi celles de la liste.",
                        () -> teams.stream().map(TeamId::of).collect(Collectors.toUnmodifiableSet())),
                new Deadlines(
                        given(dueCollection),
                        given(dueSelfAssessment),
                        given(dueAudit),
                        given(dueActionPlan),
                        given(dueFollowUp)),
                given(closingDate),
                given(recurrence).months(recurrenceMonths),
                surveyUntil);
    }

    /** An id that is none is said at its field, where elsewhere it would be an address that leads nowhere. */
    private static <T> T read(String field, String sentence, Supplier<T> id) {
        try {
            return id.get();
        } catch (NotFound notAnId) {
            throw new BusinessRefusal(field, sentence);
        }
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a plan is read from a form without faults only");
        }
        return value;
    }
}
