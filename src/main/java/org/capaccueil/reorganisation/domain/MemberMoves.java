package org.capaccueil.reorganisation.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a member from one team to another, also in the middle of a campaign. What they entered with the first team stays
 * its own; what they had taken there is for the others to take. Evaluations say that somebody moved, never who.
 */
@Service
@Transactional
public class MemberMoves {

    private final Touching touching;
    private final Evaluations evaluations;
    private final TeamChanges changes;
    private final Register register;
    private final Organisation organisation;
    private final SelfAssessments assessments;
    private final TaskDesk tasks;
    private final Clock clock;

    MemberMoves(
            Touching touching,
            Evaluations evaluations,
            TeamChanges changes,
            Register register,
            Organisation organisation,
            SelfAssessments assessments,
            TaskDesk tasks,
            Clock clock) {
        this.touching = touching;
        this.evaluations = evaluations;
        this.changes = changes;
        this.register = register;
        this.organisation = organisation;
        this.assessments = assessments;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A member, and the open teams of the commune they could move to. */
    public record Choice(TeamView team, PersonView person, List<TeamView> targets) {}

    /**
     * What moving the person would touch.
     *
     * @param leaving the evaluations under way of the team they leave
     * @param joining those of the team they come to
     * @param rounds those of both in which each member is rating alone
     * @param givenBack what the person has taken in the first team
     */
    public record Preview(
            TeamView team,
            TeamView target,
            PersonView person,
            List<EvaluationView> leaving,
            List<EvaluationView> joining,
            Set<EvaluationId> rounds,
            List<OpenTask> givenBack,
            String seen) {}

    @Transactional(readOnly = true)
    public Choice choice(Actor actor, TeamId id, PersonId person) {
        TeamView team = touching.team(actor, id);
        requireMember(team, person);
        return new Choice(
                team,
                organisation.person(person),
                organisation.teamsOf(actor.commune()).stream()
                        .filter(other -> other.active() && !other.hasMember(person))
                        .toList());
    }

    @Transactional(readOnly = true)
    public Preview preview(Actor actor, TeamId id, PersonId person, TeamId to) {
        TeamView team = touching.team(actor, id);
        requireMember(team, person);
        TeamView target = touching.team(actor, to);
        requireNew(target, person);
        List<EvaluationView> leaving = evaluations.openInHandsOf(team.id());
        List<EvaluationView> joining = evaluations.openInHandsOf(target.id());
        Set<TeamId> hands = organisation.inHandsOf(id);
        return new Preview(
                team,
                target,
                organisation.person(person),
                leaving,
                joining,
                rounds(Stream.concat(leaving.stream(), joining.stream())),
                tasks.heldBy(person).stream()
                        .filter(task -> task.isTakenFrom(hands))
                        .toList(),
                touching.inWords(both(team, target)));
    }

    /** Who has moved, by name, from where and to where. */
    public record Moved(String person, String from, String to) {}

    /** @param lead whether they lead the team they come to */
    public Moved move(Actor actor, TeamId id, PersonId person, TeamId to, boolean lead, Occasion occasion) {
        TeamView team = touching.team(actor, id);
        TeamView target = touching.team(actor, to);
        // of two who move somebody at once, the second learns first of all that the teams have changed
        touching.requireSeen(both(team, target), occasion.seen());
        requireMember(team, person);
        requireNew(target, person);
        LocalDate on = occasion.day(PublicTime.today(clock));
        String reason = occasion.why();
        List<EvaluationView> leaving = evaluations.openInHandsOf(team.id());
        List<EvaluationView> joining = evaluations.openInHandsOf(target.id());
        requireNotAuditing(person, joining);
        Set<EvaluationId> rounds = rounds(leaving.stream());
        String day = PublicTime.inWords(on);
        for (EvaluationView evaluation : leaving) {
            String left = "Une personne de l'équipe est passée à « " + target.name() + " » le " + day
                    + " : ce qu'elle a saisi "
                    + (rounds.contains(evaluation.id())
                            ? "avec l'équipe reste, et les cotations individuelles se poursuivent sans elle."
                            : "reste.");
            changes.note(actor, evaluation.id(), on, left, reason, null);
        }
        String joined = "Une personne venue de « " + team.name() + " » a rejoint l'équipe le " + day + ".";
        joining.forEach(evaluation -> changes.note(actor, evaluation.id(), on, joined, reason, null));
        register.transfer(actor, id, person, to, lead);
        return new Moved(organisation.person(person).name(), team.name(), target.name());
    }

    private List<TeamView> both(TeamView team, TeamView target) {
        return Stream.of(team, target)
                .flatMap(one -> touching.handsOf(one).stream())
                .toList();
    }

    private Set<EvaluationId> rounds(Stream<EvaluationView> evaluations) {
        return evaluations
                .map(EvaluationView::id)
                .filter(id -> assessments
                        .summary(id)
                        .filter(summary -> summary.status() == SelfAssessments.Status.INDIVIDUAL)
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void requireMember(TeamView team, PersonId person) {
        if (!team.hasMember(person)) {
            throw new NotFound();
        }
    }

    private void requireNew(TeamView target, PersonId person) {
        if (target.hasMember(person)) {
            throw new BusinessRefusal(
                    organisation.person(person).name() + " fait déjà partie de l'équipe « " + target.name()
                            + " ». Choisissez une autre équipe, ou retirez seulement cette personne de la sienne.");
        }
    }

    private void requireNotAuditing(PersonId person, List<EvaluationView> joining) {
        joining.stream()
                .filter(evaluation ->
                        touching.auditorOf(evaluation).filter(person::equals).isPresent())
                .findFirst()
                .ifPresent(evaluation -> {
                    throw new BusinessRefusal(organisation.person(person).name() + " audite l'équipe « "
                            + evaluation.teamName() + " » : membre de cette équipe, cette personne ne serait plus "
                            + "indépendante. Faites désigner un autre auditeur, puis recommencez.");
                });
    }
}
