package org.capaccueil.indicator.domain;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.indicator.LateValues;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.domain.TeamSeries.Followed;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for values that are late: finds the teams that owe some, and does what the process does for each. */
@Service
@Transactional
public class LateSeriesChase {

    private final LateChases chases;
    private final TeamSeries series;
    private final Organisation organisation;
    private final LateSeriesProcess process;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    LateSeriesChase(
            LateChases chases,
            TeamSeries series,
            Organisation organisation,
            LateSeriesProcess process,
            ApplicationEventPublisher news,
            Clock clock) {
        this.chases = chases;
        this.series = series;
        this.organisation = organisation;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    /** The communes whose teams are looked through. */
    @Transactional(readOnly = true)
    public List<CommuneId> communes() {
        return organisation.communes().stream().map(CommuneView::id).toList();
    }

    /**
     * Begins to ask the teams of a commune that owe a value and are not asked yet.
     *
     * @return how many
     */
    public int begin(CommuneId commune) {
        List<TeamView> teams = organisation.teamsOf(commune);
        Set<TeamId> asked =
                chases
                        .findByTeamIdInAndEndedAtIsNull(
                                teams.stream().map(team -> team.id().value()).toList())
                        .stream()
                        .map(LateChase::team)
                        .collect(Collectors.toSet());
        List<TeamView> owing = teams.stream()
                .filter(team -> !asked.contains(team.id()) && !late(team).isEmpty())
                .toList();
        for (TeamView team : owing) {
            LateChase chase = chases.saveAndFlush(new LateChase(team.id(), clock.instant()));
            process.chase(chase.id(), team.id(), commune);
        }
        return owing.size();
    }

    public void remindOwners(UUID id) {
        remind(id, false);
    }

    /** Reminds the owners and tells the quality managers as well. */
    public void remindAll(UUID id) {
        remind(id, true);
    }

    @Transactional(readOnly = true)
    public boolean isRemindedOften(UUID id) {
        return chase(id).isRemindedOften();
    }

    public boolean isLate(UUID id) {
        return !late(organisation.team(chase(id).team())).isEmpty();
    }

    public void end(UUID id) {
        chase(id).end(clock.instant());
    }

    private void remind(UUID id, boolean managersToo) {
        LateChase chase = chase(id);
        TeamView team = organisation.team(chase.team());
        List<Followed> late = late(team);
        if (late.isEmpty()) {
            // given while the reminder waited for its turn
            return;
        }
        chase.reminded();
        Set<PersonId> recipients = new LinkedHashSet<>();
        late.forEach(one -> recipients.addAll(owners(one.series().owner(), team)));
        if (managersToo || recipients.isEmpty()) {
            recipients.addAll(managers(team.commune()));
        }
        news.publishEvent(new LateValues(
                team.id(),
                team.name(),
                late.stream().map(LateSeriesChase::inWords).toList(),
                recipients));
    }

    private List<Followed> late(TeamView team) {
        return team.active()
                ? series.of(team, PublicTime.today(clock)).stream()
                        .filter(one -> !one.late().isEmpty())
                        .toList()
                : List.of();
    }

    private static String inWords(Followed one) {
        return one.series().title() + " · " + one.channel().title() + " : "
                + one.late().stream().map(Period::inWords).collect(Collectors.joining(", "));
    }

    private Set<PersonId> owners(Owner owner, TeamView team) {
        PersonId person = owner.person();
        if (person != null) {
            return Set.of(person);
        }
        return owner.role() == Role.QUALITY_MANAGER
                ? managers(team.commune())
                : team.members().stream()
                        .filter(MemberView::lead)
                        .map(MemberView::person)
                        .collect(Collectors.toSet());
    }

    private Set<PersonId> managers(CommuneId commune) {
        return organisation.peopleOf(commune).stream()
                .filter(person -> person.roles().contains(Role.QUALITY_MANAGER))
                .map(PersonView::id)
                .collect(Collectors.toSet());
    }

    private LateChase chase(UUID id) {
        return chases.findById(id).orElseThrow(NotFound::new);
    }
}
