package org.capaccueil.campaign.domain;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/** One team's file in a campaign: which phase it is in and until when. The rooms of the phases keep what is in it. */
@Entity
class Evaluation {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID campaignId;
    private UUID teamId;
    private UUID communeId;
    private UUID standardVersionId;
    private String teamName;
    private String channels;
    private boolean answersForOrganisation;
    private int yearlyContacts;

    @Enumerated(EnumType.STRING)
    private Phase phase = Phase.COLLECTION;

    @Enumerated(EnumType.STRING)
    private EvaluationStatus status = EvaluationStatus.OPEN;

    @Embedded
    private Deadlines deadlines;

    private Instant openedAt;
    private @Nullable Instant closedAt;

    protected Evaluation() {}

    Evaluation(EvaluationId id, CampaignView campaign, TeamView team, boolean forOrganisation, Instant now) {
        this.id = id.value();
        this.campaignId = campaign.id().value();
        this.teamId = team.id().value();
        this.communeId = campaign.commune().value();
        this.standardVersionId = campaign.standard().value();
        this.teamName = team.name();
        this.channels = team.channels().stream().map(Channel::name).collect(Collectors.joining(","));
        this.answersForOrganisation = forOrganisation;
        this.yearlyContacts = team.yearlyContacts();
        this.deadlines = campaign.deadlines();
        this.openedAt = now;
    }

    void enter(Phase next) {
        requireOpen();
        phase = next;
    }

    void extend(Phase which, LocalDate day) {
        requireOpen();
        if (which.compareTo(phase) < 0) {
            throw new StepNoLongerOpen("La phase « " + which.title() + " » de l'équipe « " + teamName
                    + " » est terminée : son échéance ne peut plus être repoussée.");
        }
        deadlines = Extension.of(deadlines, which, day);
    }

    /** The team that answered for the organisation is out: this one takes its place. */
    void answerForOrganisation() {
        requireOpen();
        answersForOrganisation = true;
    }

    /** A team that is no longer evaluated was merged into this one. */
    void weighAlsoFor(Evaluation stopped) {
        requireOpen();
        yearlyContacts += stopped.yearlyContacts;
    }

    /**
     * The team holds more channels than when the evaluation opened.
     *
     * @return those that are new to it
     */
    Set<Channel> takeIn(Set<Channel> more) {
        requireOpen();
        if (phase.compareTo(Phase.SELF_ASSESSMENT) > 0) {
            throw new StepNoLongerOpen("L'équipe « " + teamName + " » s'est déjà évaluée : ce point d'accueil comptera "
                    + "au prochain cycle.");
        }
        Set<Channel> added = EnumSet.noneOf(Channel.class);
        added.addAll(more);
        added.removeAll(scope());
        Set<Channel> all = EnumSet.copyOf(more);
        all.addAll(scope());
        channels = all.stream().map(Channel::name).collect(Collectors.joining(","));
        return added;
    }

    void close(Instant now) {
        requireOpen();
        status = EvaluationStatus.CLOSED;
        closedAt = now;
    }

    void cancel(String reason, Instant now) {
        requireOpen();
        if (reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites pourquoi l'évaluation est annulée : l'équipe le lira.");
        }
        status = EvaluationStatus.CANCELLED;
        closedAt = now;
    }

    private void requireOpen() {
        if (status != EvaluationStatus.OPEN) {
            throw new StepNoLongerOpen("L'évaluation de l'équipe « " + teamName + " » est "
                    + status.title().toLowerCase(java.util.Locale.FRENCH) + " : plus rien n'y change.");
        }
    }

    private Set<Channel> scope() {
        EnumSet<Channel> scope = EnumSet.noneOf(Channel.class);
        Arrays.stream(channels.split(","))
                .filter(name -> !name.isEmpty())
                .map(Channel::valueOf)
                .forEach(scope::add);
        return Collections.unmodifiableSet(scope);
    }

    EvaluationView view(String campaignName) {
        return new EvaluationView(
                new EvaluationId(id),
                new CampaignId(campaignId),
                campaignName,
                new TeamId(teamId),
                teamName,
                new CommuneId(communeId),
                new StandardVersionId(standardVersionId),
                scope(),
                answersForOrganisation,
                yearlyContacts,
                phase,
                status,
                deadlines,
                openedAt,
                closedAt);
    }

    UUID campaignId() {
        return campaignId;
    }
}
