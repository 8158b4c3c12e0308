package org.capaccueil.reorganisation.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.improvement.ActionPlans.Action;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.springframework.stereotype.Component;

/** Finds out what a change of teams touches. */
@Component
class Touching {

    private final Organisation organisation;
    private final Evaluations evaluations;
    private final TeamChanges changes;
    private final Audits audits;
    private final ActionPlans plans;
    private final TaskDesk tasks;

    Touching(
            Organisation organisation,
            Evaluations evaluations,
            TeamChanges changes,
            Audits audits,
            ActionPlans plans,
            TaskDesk tasks) {
        this.organisation = organisation;
        this.evaluations = evaluations;
        this.changes = changes;
        this.audits = audits;
        this.plans = plans;
        this.tasks = tasks;
    }

    /** An open team of the quality manager's own commune. */
    TeamView team(Actor actor, TeamId id) {
        TeamView team = organisation.team(id);
        if (!team.commune().equals(actor.commune())) {
            throw new NotFound();
        }
        actor.require(Role.QUALITY_MANAGER);
        if (!team.active()) {
            throw new BusinessRefusal("L'équipe « " + team.name() + " » est fermée : elle ne se réorganise plus.");
        }
        return team;
    }

    List<Touched> by(TeamView team) {
        List<EvaluationView> open = underWay(team.id());
        Map<EvaluationId, List<Action>> actions =
                plans.actionsOf(open.stream().map(EvaluationView::id).toList());
        return open.stream()
                .map(evaluation -> touched(evaluation, actions.getOrDefault(evaluation.id(), List.of())))
                .toList();
    }

    List<EvaluationView> underWay(TeamId team) {
        return evaluations.ofTeam(team).stream().filter(EvaluationView::isOpen).toList();
    }

    /** The team, and those merged into it. */
    List<TeamView> handsOf(TeamView team) {
        return organisation.teams(organisation.inHandsOf(team.id())).values().stream()
                .sorted(Comparator.comparing(TeamView::name))
                .toList();
    }

    private Touched touched(EvaluationView evaluation, List<Action> all) {
        List<Action> actions = all.stream()
                .filter(action -> action.status() != ActionPlans.ActionStatus.PROPOSED
                        && !action.status().hasEnded())
                .toList();
        List<UUID> keys = Stream.concat(
                        Stream.of(evaluation.id().value()), actions.stream().map(Action::id))
                .toList();
        boolean handsOn = changes.mustHandOn(evaluation);
        List<OpenTask> open = tasks.openFor(keys);
        return new Touched(
                evaluation, open, actions, handsOn, handsOn ? changes.couldAnswerInstead(evaluation) : List.of());
    }

    /** What a page shows, in words that change whenever it does. */
    String inWords(List<TeamView> teams) {
        return Stream.concat(
                        teams.stream().map(team -> team.name() + " (version " + team.version() + ")"),
                        teams.stream()
                                .flatMap(team -> underWay(team.id()).stream())
                                .map(evaluation -> evaluation.campaignName() + ", " + evaluation.teamName() + " : "
                                        + evaluation.phase().title()))
                .collect(Collectors.joining(" ; "));
    }

    /** Refuses a decision on what has changed since. */
    void requireSeen(List<TeamView> teams, String seen) {
        String now = inWords(teams);
        if (!now.equals(seen)) {
            throw new ChangedMeanwhile(
                    "Les équipes ou leurs évaluations ont changé pendant que vous décidiez. Rien n'a été modifié : "
                            + "revenez à la page, relisez ce qui est touché, puis recommencez.",
                    List.of(new Difference("Ce qui est touché", now, seen)));
        }
    }

    /** Nobody audits the team they would be in. */
    void requireAuditorsApart(TeamView one, TeamView other) {
        Stream.of(one, other).flatMap(team -> underWay(team.id()).stream()).forEach(evaluation -> auditorOf(evaluation)
                .filter(auditor -> one.hasMember(auditor) || other.hasMember(auditor))
                .ifPresent(auditor -> refuse(auditor, evaluation)));
    }

    /** Who audits, while it is not given out. */
    Optional<PersonId> auditorOf(EvaluationView evaluation) {
        return audits.summary(evaluation.id())
                .filter(audit -> audit.status() != Audits.Status.CLOSED)
                .map(Audits.Summary::auditor);
    }

    private void refuse(PersonId auditor, EvaluationView evaluation) {
        throw new BusinessRefusal(organisation.person(auditor).name() + " audite l'équipe « " + evaluation.teamName()
                + " » et serait membre de l'équipe issue de la fusion : l'audit ne serait plus indépendant. "
                + "Faites désigner un autre auditeur, puis recommencez.");
    }
}
