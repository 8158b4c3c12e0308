package org.capaccueil.reorganisation.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamLife;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges two teams, also in the middle of a campaign. What the absorbed team had begun goes on under its name, in the hands
 * of the people of the other, or stops; ratings are never taken from one evaluation into another.
 */
@Service
@Transactional
public class TeamMerges {

    private final Touching touching;
    private final TeamChanges changes;
    private final TeamLife life;
    private final Register register;
    private final Organisation organisation;
    private final Clock clock;

    TeamMerges(
            Touching touching,
            TeamChanges changes,
            TeamLife life,
            Register register,
            Organisation organisation,
            Clock clock) {
        this.touching = touching;
        this.changes = changes;
        this.life = life;
        this.register = register;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * What a merge would touch.
     *
     * @param touched the evaluations of the absorbed teams
     * @param staying the evaluations under way of the team that stays, none when both go into a new one
     * @param inPreparation campaigns in which the absorbed teams are replaced
     */
    public record Preview(
            TeamView team,
            TeamView other,
            boolean intoNew,
            List<Touched> touched,
            List<EvaluationView> staying,
            List<String> inPreparation,
            String seen) {}

    /** The team both go into, when it is a new one. */
    public record NewTeam(String code, String name) {}

    /** The open teams of the commune it can be merged with. */
    @Transactional(readOnly = true)
    public List<TeamView> partners(Actor actor, TeamId id) {
        TeamView team = touching.team(actor, id);
        return organisation.teamsOf(actor.commune()).stream()
                .filter(other -> other.active() && !other.id().equals(team.id()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Preview preview(Actor actor, TeamId id, TeamId with, boolean intoNew) {
        TeamView team = touching.team(actor, id);
        TeamView other = touching.team(actor, with);
        List<TeamView> absorbed = intoNew ? List.of(team, other) : List.of(team);
        return new Preview(
                team,
                other,
                intoNew,
                absorbed.stream().flatMap(one -> touching.by(one).stream()).toList(),
                intoNew ? List.of() : touching.underWay(other.id()),
                absorbed.stream()
                        .flatMap(one -> changes.inPreparation(one.id()).stream())
                        .distinct()
                        .toList(),
                touching.inWords(List.of(team, other)));
    }

    /**
     * Merges a team into another, or both into a new one.
     *
     * @param newTeam null when the other team stays
     * @param keepLeads whether who led an absorbed team leads what comes of it
     * @return the team that comes of it
     */
    public TeamId merge(Actor actor, TeamId id, TeamId with, @Nullable NewTeam newTeam, boolean keepLeads, Fate fate) {
        TeamView team = touching.team(actor, id);
        TeamView other = touching.team(actor, with);
        if (team.id().equals(other.id())) {
            throw new BusinessRefusal("with", "Une équipe ne fusionne pas avec elle-même. Choisissez-en une autre.");
        }
        LocalDate on = fate.occasion().day(PublicTime.today(clock));
        String reason = fate.occasion().why();
        touching.requireSeen(List.of(team, other), fate.occasion().seen());
        touching.requireAuditorsApart(team, other);
        List<TeamView> absorbed = newTeam == null ? List.of(team) : List.of(team, other);
        absorbed.forEach(one -> changes.requireNotOpening(one.id()));
        TeamView survivor = newTeam == null
                ? other
                : organisation.team(register.openTeam(actor, newTeam.code(), newTeam.name(), 0));
        for (TeamView one : absorbed) {
            String happened = "Équipe « " + one.name() + " » fusionnée dans « " + survivor.name() + " » le "
                    + PublicTime.inWords(on);
            decide(actor, one, survivor, happened, on, reason, fate);
            changes.leavePreparation(actor, one.id(), survivor.id(), happened);
            life.merge(actor, one.id(), survivor.id(), on, reason, keepLeads);
        }
        return survivor.id();
    }

    private void decide(
            Actor actor,
            TeamView absorbed,
            TeamView survivor,
            String happened,
            LocalDate on,
            String reason,
            Fate fate) {
        List<EvaluationView> staying = new ArrayList<>(touching.underWay(survivor.id()));
        for (EvaluationView evaluation : touching.underWay(absorbed.id())) {
            EvaluationId id = evaluation.id();
            EvaluationView stays = staying.stream()
                    .filter(one -> one.campaign().equals(evaluation.campaign()))
                    .findFirst()
                    .orElse(null);
            boolean stops = fate.stopped().contains(id);
            if (stops) {
                changes.stop(
                        actor, id, happened + ". " + reason, fate.answersNext().get(id));
            }
            changes.note(
                    actor,
                    id,
                    on,
                    happened
                            + (stops
                                    ? " : l'évaluation est arrêtée, ce qui a été saisi reste lisible."
                                    : " : l'évaluation va à son terme sous son nom, avec les personnes de « "
                                            + survivor.name() + " »."),
                    reason,
                    stays == null ? null : stays.id());
            if (stays != null) {
                tell(actor, stays, evaluation, stops, happened, on, reason);
            }
        }
    }

    /** The evaluation of the team that stays takes no rating over; while it is not yet rated, it weighs for both. */
    private void tell(
            Actor actor,
            EvaluationView stays,
            EvaluationView other,
            boolean stopped,
            String happened,
            LocalDate on,
            String reason) {
        boolean weighs = stopped && stays.phase().compareTo(Phase.SELF_ASSESSMENT) <= 0;
        if (weighs) {
            changes.weighForBoth(actor, stays.id(), other.id());
        }
        changes.note(
                actor,
                stays.id(),
                on,
                happened + " : aucune de ses cotations n'est reprise ici. Son évaluation "
                        + (stopped ? "est arrêtée" : "va à son terme à part")
                        + (weighs ? " ; ses contacts comptent désormais dans celle-ci." : "."),
                reason,
                other.id());
    }
}
