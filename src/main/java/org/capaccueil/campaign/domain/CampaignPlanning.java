package org.capaccueil.campaign.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.campaign.CampaignDrafts;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Deadlines;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.TeamScope;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A quality manager prepares a campaign, sees what its launch will do, and launches it. */
@Service
@Transactional
public class CampaignPlanning implements CampaignDrafts {

    private final Campaigns campaigns;
    private final Organisation organisation;
    private final Standards standards;
    private final CampaignProcess process;
    private final Trail trail;
    private final Clock clock;

    CampaignPlanning(
            Campaigns campaigns,
            Organisation organisation,
            Standards standards,
            CampaignProcess process,
            Trail trail,
            Clock clock) {
        this.campaigns = campaigns;
        this.organisation = organisation;
        this.standards = standards;
        this.process = process;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public CampaignId prepare(
            Actor actor,
            String name,
            LocalDate periodStart,
            LocalDate periodEnd,
            StandardVersionId standard,
            Set<TeamId> teams,
            Deadlines deadlines,
            LocalDate closingDate,
            int recurrenceMonths,
            @Nullable LocalDate surveyUntil) {
        return prepare(
                actor,
                new CampaignPlan(
                        name,
                        periodStart,
                        periodEnd,
                        standard,
                        teams,
                        deadlines,
                        closingDate,
                        recurrenceMonths,
                        surveyUntil));
    }

    public CampaignId prepare(Actor actor, CampaignPlan plan) {
        actor.require(Role.QUALITY_MANAGER);
        requireOwnTeams(actor, plan.teams());
        requireKnown(actor, plan.standard());
        CampaignId id = CampaignId.random();
        Campaign campaign = new Campaign(id, actor.commune(), actor.id(), plan);
        plan.requireSurveyAsLongAsItMayLast();
        campaigns.saveAndFlush(campaign);
        trail.record(actor.as(Role.QUALITY_MANAGER), Event.on(id, plan.name(), "Campagne préparée"));
        return id;
    }

    public void change(Actor actor, CampaignId id, long version, CampaignPlan plan) {
        Campaign campaign = own(actor, id);
        CampaignView before = campaign.view();
        requireKnown(actor, plan.standard());
        if (before.version() != version) {
            List<Difference> differences = differences(before, plan);
            if (!differences.isEmpty()) {
                throw new ChangedMeanwhile(
                        "Cette campagne a été modifiée pendant que vous l'aviez ouverte. Choisissez la version à garder.",
                        differences);
            }
        }
        requireOwnTeams(actor, plan.teams());
        campaign.change(plan);
        plan.requireSurveyAsLongAsItMayLast();
        trail.record(actor.as(Role.QUALITY_MANAGER), Event.on(id, plan.name(), "Campagne modifiée"));
    }

    private List<Difference> differences(CampaignView saved, CampaignPlan yours) {
        return Stream.of(
                        new Difference("Nom", saved.name(), yours.name()),
                        new Difference(
                                "Période",
                                period(saved.periodStart(), saved.periodEnd()),
                                period(yours.periodStart(), yours.periodEnd())),
                        new Difference("Référentiel", title(saved.standard()), title(yours.standard())),
                        new Difference("Équipes", names(saved.teams()), names(yours.teams())),
                        new Difference("Échéances", dates(saved.deadlines()), dates(yours.deadlines())),
                        new Difference(
                                "Clôture",
                                PublicTime.inWords(saved.closingDate()),
                                PublicTime.inWords(yours.closingDate())),
                        new Difference(
                                "Enquête auprès des usagers", until(saved.surveyUntil()), until(yours.surveyUntil())),
                        new Difference(
                                "Récurrence", saved.recurrenceMonths() + " mois", yours.recurrenceMonths() + " mois"))
                .filter(field -> !field.saved().equals(field.yours()))
                .toList();
    }

    private static String until(@Nullable LocalDate day) {
        return day == null ? "aucune" : "jusqu'au " + PublicTime.inWords(day);
    }

    private static String period(LocalDate start, LocalDate end) {
        return PublicTime.inWords(start) + " – " + PublicTime.inWords(end);
    }

    private static String dates(Deadlines deadlines) {
        return Stream.of(Phase.values())
                .map(phase -> phase.title() + " : " + PublicTime.inWords(deadlines.of(phase)))
                .collect(Collectors.joining("\n"));
    }

    private String title(StandardVersionId standard) {
        return standards.version(standard).fullTitle();
    }

    private String names(Set<TeamId> teams) {
        return organisation.teams(teams).values().stream()
                .map(TeamView::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** What a launch will do, before it does it. */
    @Transactional(readOnly = true)
    public LaunchPreview preview(Actor actor, CampaignId id) {
        CampaignView campaign = own(actor, id).view();
        Standard standard = standards.content(campaign.standard());
        List<TeamView> teams = organisation.teams(campaign.teams()).values().stream()
                .sorted(Comparator.comparing(TeamView::name))
                .toList();
        Set<PersonId> concerned = Stream.concat(
                        teams.stream().flatMap(team -> team.members().stream()).map(TeamView.MemberView::person),
                        organisation.peopleOf(actor.commune()).stream()
                                .filter(person -> person.roles().contains(Role.QUALITY_MANAGER)
                                        || person.roles().contains(Role.LEADERSHIP))
                                .map(PersonView::id))
                .collect(Collectors.toSet());
        Map<PersonId, PersonView> people = organisation.people(concerned);
        TeamId forOrganisation = organisationTeam(campaign, teams);
        return new LaunchPreview(
                campaign,
                standards.version(campaign.standard()),
                standard.criteria().stream().anyMatch(criterion -> criterion.scope() == Criterion.Scope.ORGANISATION),
                forOrganisation,
                teams.stream()
                        .map(team -> asked(team, standard, team.id().equals(forOrganisation)))
                        .toList(),
                people.values().stream()
                        .filter(person -> person.email() == null)
                        .map(PersonView::name)
                        .sorted()
                        .toList(),
                people.values().stream()
                        .anyMatch(person -> person.roles().contains(Role.LEADERSHIP)
                                && person.commune().equals(actor.commune())),
                today());
    }

    private static LaunchPreview.Asked asked(TeamView team, Standard standard, boolean forOrganisation) {
        List<Question> questions = standard.questionsFor(new TeamScope(team.channels(), forOrganisation));
        return new LaunchPreview.Asked(
                team.id(),
                team.name(),
                team.channels(),
                forOrganisation,
                standard.indicatorsFor(team.channels()).size(),
                questions.size(),
                questions.stream()
                        .mapToInt(question -> question.places().size())
                        .sum(),
                team.members().stream().anyMatch(TeamView.MemberView::lead),
                team.active());
    }

    /** The team that was named, or else the one most residents reach. */
    private static @Nullable TeamId organisationTeam(CampaignView campaign, List<TeamView> teams) {
        return campaign.organisationTeam() != null
                ? campaign.organisationTeam()
                : teams.stream()
                        .max(Comparator.comparing(TeamView::yearlyContacts)
                                .thenComparing(TeamView::name, Comparator.reverseOrder()))
                        .map(TeamView::id)
                        .orElse(null);
    }

    /** Names the team that answers, for all, what is rated once for the whole organisation. */
    public void nameOrganisationTeam(Actor actor, CampaignId id, TeamId team) {
        Campaign campaign = own(actor, id);
        campaign.nameOrganisationTeam(team);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(id, campaign.view().name(), "Équipe qui répond pour l'organisation")
                        .change(null, names(Set.of(team))));
    }

    public void launch(Actor actor, CampaignId id) {
        Campaign campaign = own(actor, id);
        campaign.requireDraft();
        LaunchPreview preview = preview(actor, id);
        if (!preview.blocking().isEmpty()) {
            throw new BusinessRefusal("teams", String.join(" ", preview.blocking()));
        }
        TeamId forOrganisation = preview.organisationTeam();
        if (forOrganisation != null) {
            campaign.nameOrganisationTeam(forOrganisation);
        }
        campaign.launch(clock.instant(), today());
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.on(id, campaign.view().name(), "Campagne lancée")
                        .change(null, preview.teams().size() + " équipes, " + preview.standardTitle()));
        process.launched(id, actor.commune());
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }

    private Campaign own(Actor actor, CampaignId id) {
        Campaign campaign = campaigns.findById(id.value()).orElseThrow(NotFound::new);
        CampaignSight.require(actor, campaign.view(), Role.QUALITY_MANAGER);
        return campaign;
    }

    private void requireOwnTeams(Actor actor, Set<TeamId> teams) {
        Map<TeamId, TeamView> known = organisation.teams(teams);
        boolean allOwn = teams.stream()
                .allMatch(team ->
                        known.containsKey(team) && known.get(team).commune().equals(actor.commune()));
        if (!allOwn) {
            throw new BusinessRefusal(
                    "teams",
                    "Une des équipes choisies n'existe pas dans votre commune. Choisissez parmi celles de la liste.");
        }
    }

    private void requireKnown(Actor actor, StandardVersionId standard) {
        if (standards.usableBy(actor.commune()).stream()
                .noneMatch(version -> version.id().equals(standard))) {
            throw new BusinessRefusal(
                    "standard", "Ce référentiel n'est pas publié. Choisissez-en un dans la liste proposée.");
        }
    }
}
