package org.capaccueil.campaign.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.campaign.CampaignFrame;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.SurveyId;
import org.jspecify.annotations.Nullable;

/**
 * A commune evaluates some of its teams over a period, on one version of one standard. Everything may change while it is
 * a draft; the launch freezes the standard, the period and the teams.
 */
@Entity
class Campaign {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;
    private String name;
    private LocalDate periodStart;
    private LocalDate periodEnd;
    private UUID standardVersionId;

    @Embedded
    private Deadlines deadlines;

    private LocalDate closingDate;
    private int recurrenceMonths;
    private @Nullable LocalDate surveyUntil;
    private @Nullable UUID surveyId;

    @ElementCollection
    @CollectionTable(name = "campaign_team", joinColumns = @JoinColumn(name = "campaign_id"))
    @Column(name = "team_id")
    private Set<UUID> teams = new LinkedHashSet<>();

    private @Nullable UUID organisationTeamId;

    @Enumerated(EnumType.STRING)
    private CampaignStatus status = CampaignStatus.DRAFT;

    private UUID createdBy;
    private @Nullable Instant launchedAt;
    private @Nullable UUID previousId;
    private @Nullable String reviewNote;
    private @Nullable UUID reviewedBy;
    private @Nullable UUID signedBy;
    private @Nullable String signedName;
    private @Nullable String signedCapacity;
    private @Nullable Instant signedAt;

    protected Campaign() {}

    Campaign(CampaignId id, CommuneId commune, PersonId createdBy, CampaignPlan plan) {
        this.id = id.value();
        this.communeId = commune.value();
        this.createdBy = createdBy.value();
        apply(plan);
    }

    void change(CampaignPlan plan) {
        requireDraft();
        apply(plan);
    }

    private void apply(CampaignPlan plan) {
        plan.requireConsistent();
        name = plan.name();
        periodStart = plan.periodStart();
        periodEnd = plan.periodEnd();
        standardVersionId = plan.standard().value();
        deadlines = plan.deadlines();
        closingDate = plan.closingDate();
        recurrenceMonths = plan.recurrenceMonths();
        surveyUntil = plan.surveyUntil();
        teams.clear();
        plan.teams().forEach(team -> teams.add(team.value()));
        if (organisationTeamId != null && !teams.contains(organisationTeamId)) {
            organisationTeamId = null;
        }
    }

    /** Names the team that answers, for all, what is rated once for the whole organisation. */
    void nameOrganisationTeam(TeamId team) {
        requireDraft();
        if (!teams.contains(team.value())) {
            throw new BusinessRefusal(
                    "team", "Cette équipe n'est pas dans la campagne. Choisissez parmi celles qui y sont.");
        }
        organisationTeamId = team.value();
    }

    /** A team that was closed is not evaluated again; the one it was merged into is, in its place. */
    void replaceTeam(TeamId closed, @Nullable TeamId successor) {
        requireDraft();
        teams.remove(closed.value());
        if (successor != null) {
            teams.add(successor.value());
        }
        if (closed.value().equals(organisationTeamId)) {
            organisationTeamId = successor == null ? null : successor.value();
        }
    }

    void requireDraft() {
        if (status != CampaignStatus.DRAFT) {
            throw new StepNoLongerOpen("La campagne « " + name + " » est déjà lancée : son contenu est figé. "
                    + "Pour laisser plus de temps, repoussez une échéance depuis la page de la campagne.");
        }
    }

    /** Freezes the content; the process opens the teams from here. */
    void launch(Instant now, LocalDate today) {
        requireDraft();
        if (teams.isEmpty()) {
            throw new BusinessRefusal("teams", "Choisissez au moins une équipe avant de lancer la campagne.");
        }
        if (deadlines.of(Phase.COLLECTION).isBefore(today)) {
            throw new BusinessRefusal(
                    Deadlines.fieldOf(Phase.COLLECTION),
                    "L'échéance de la collecte est déjà passée. Choisissez une date à venir, puis lancez la campagne.");
        }
        if (surveyUntil != null && surveyUntil.isBefore(today)) {
            throw new BusinessRefusal(
                    "surveyUntil",
                    "Le dernier jour de l'enquête auprès des usagers est passé. Choisissez une date à venir, ou laissez-la "
                            + "vide, puis lancez la campagne.");
        }
        if (surveyUntil != null) {
            CampaignPlan.requireSurveyNotTooLong(surveyUntil, today);
        }
        status = CampaignStatus.OPENING;
        launchedAt = now;
    }

    /** Until when residents are still to be asked; nothing where no survey is planned, it is open already or too late. */
    Optional<LocalDate> surveyTo(LocalDate today) {
        return Optional.ofNullable(surveyUntil).filter(day -> surveyId == null && !day.isBefore(today));
    }

    void surveyOpened(SurveyId survey) {
        surveyId = survey.value();
    }

    /** The survey the campaign has opened. */
    Optional<SurveyId> survey() {
        return Optional.ofNullable(surveyId).map(SurveyId::new);
    }

    void allTeamsOpened() {
        if (status == CampaignStatus.OPENING) {
            status = CampaignStatus.RUNNING;
        }
    }

    void consolidate() {
        status = CampaignStatus.CONSOLIDATION;
    }

    /** The quality manager has read the results and passes them on. */
    void review(PersonId by, @Nullable String note) {
        requireConsolidation();
        reviewedBy = by.value();
        reviewNote = note;
    }

    /** Leadership signs; name and capacity are kept as they are today, whatever becomes of the account. */
    void sign(PersonId person, String personName, String capacity, Instant now) {
        requireSignatureBy(person);
        signedBy = person.value();
        signedName = personName;
        signedCapacity = capacity;
        signedAt = now;
    }

    void sendBack(PersonId person, String reason) {
        requireSignatureBy(person);
        if (reason.isBlank()) {
            throw new BusinessRefusal(
                    "reason", "Dites pourquoi vous renvoyez les résultats : c'est ce qui guide la reprise.");
        }
    }

    /** Whoever passed the results on neither signs them nor sends them back. */
    void requireSignatureBy(PersonId person) {
        requireConsolidation();
        ResultDuty.REVIEWER_DOES_NOT_SIGN.refuse(person.value().equals(reviewedBy));
    }

    private void requireConsolidation() {
        if (status != CampaignStatus.CONSOLIDATION) {
            throw new StepNoLongerOpen();
        }
    }

    void publish() {
        status = CampaignStatus.CLOSED;
    }

    void cancel(String reason) {
        if (!status.isLive()) {
            throw new StepNoLongerOpen("La campagne « " + name + " » n'est pas en cours : il n'y a rien à annuler.");
        }
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites pourquoi la campagne est annulée : les équipes le liront.");
        }
        status = CampaignStatus.CANCELLED;
    }

    /** Gives every phase more time for everybody; a date can move later only, so that nobody is suddenly late. */
    void extend(Phase phase, LocalDate day) {
        if (!status.isLive()) {
            throw new StepNoLongerOpen(
                    "La campagne « " + name + " » n'est pas en cours : ses échéances ne comptent plus.");
        }
        deadlines = Extension.of(deadlines, phase, day);
        if (closingDate.isBefore(deadlines.followUp())) {
            closingDate = deadlines.followUp();
        }
    }

    boolean isRecurring() {
        return recurrenceMonths > 0;
    }

    /**
     * The draft of the next cycle: same teams, every date moved by the recurrence.
     *
     * @param standard the version the next cycle starts on
     */
    Campaign nextCycle(CampaignId nextId, String nextName, StandardVersionId standard) {
        CampaignPlan plan = new CampaignPlan(
                nextName,
                periodStart.plusMonths(recurrenceMonths),
                periodEnd.plusMonths(recurrenceMonths),
                standard,
                teamIds(),
                deadlines.plusMonths(recurrenceMonths),
                closingDate.plusMonths(recurrenceMonths),
                recurrenceMonths,
                surveyUntil == null ? null : surveyUntil.plusMonths(recurrenceMonths));
        Campaign next = new Campaign(nextId, new CommuneId(communeId), new PersonId(createdBy), plan);
        next.previousId = id;
        next.organisationTeamId = organisationTeamId;
        return next;
    }

    private Set<TeamId> teamIds() {
        return teams.stream().map(TeamId::new).collect(Collectors.toUnmodifiableSet());
    }

    CampaignView view() {
        return new CampaignView(
                new CampaignId(id),
                new CommuneId(communeId),
                name,
                periodStart,
                periodEnd,
                new StandardVersionId(standardVersionId),
                deadlines,
                closingDate,
                recurrenceMonths,
                surveyUntil,
                survey().orElse(null),
                teamIds(),
                organisationTeamId == null ? null : new TeamId(organisationTeamId),
                status,
                new PersonId(createdBy),
                launchedAt,
                version);
    }

    CampaignFrame frame() {
        return new CampaignFrame(
                new CampaignId(id),
                new CommuneId(communeId),
                name,
                periodStart,
                periodEnd,
                closingDate,
                status,
                surveyId == null ? null : surveyUntil);
    }

    CampaignSignature signature() {
        return new CampaignSignature(reviewNote, signedName, signedCapacity, signedAt);
    }
}
