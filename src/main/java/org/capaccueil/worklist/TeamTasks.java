package org.capaccueil.worklist;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.shared.Acting;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.shared.TeamId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.capaccueil.workflow.CandidateGroups;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of a team does what: a lead, or above them a quality manager, gives a task to somebody it may be done by, or puts it
 * back among what the team has to take. What is one person's by name, and what each member does, is not theirs to move.
 */
@Service
@Transactional
class TeamTasks {

    private static final String NOBODY = "personne";

    private final TaskDesk desk;
    private final Organisation organisation;
    private final Evaluations evaluations;
    private final Trail trail;

    TeamTasks(TaskDesk desk, Organisation organisation, Evaluations evaluations, Trail trail) {
        this.desk = desk;
        this.organisation = organisation;
        this.evaluations = evaluations;
        this.trail = trail;
    }

    /**
     * One open task of the team.
     *
     * @param holder who has taken it, null while it is offered
     * @param outside whether the holder no longer belongs to those it is offered to
     * @param receivers whom it can be given to
     */
    record Row(OpenTask task, String about, @Nullable PersonView holder, boolean outside, List<PersonView> receivers) {

        public boolean isByName() {
            return task.isByName();
        }
    }

    /** A team with its open tasks, the longest overdue first. */
    record Board(TeamView team, List<Row> rows) {}

    @Transactional(readOnly = true)
    public Board board(Actor actor, TeamId id) {
        TeamView team = led(actor, id);
        List<OpenTask> open = desk.offeredTo(List.of(CandidateGroups.team(id), CandidateGroups.leads(id)));
        Map<EvaluationId, EvaluationView> files = evaluations.byIds(open.stream()
                .map(OpenTask::evaluation)
                .filter(Objects::nonNull)
                .distinct()
                .map(EvaluationId::new)
                .toList());
        Map<PersonId, PersonView> people = organisation.people(java.util.stream.Stream.concat(
                        team.members().stream().map(MemberView::person),
                        open.stream()
                                .map(OpenTask::assignee)
                                .filter(Objects::nonNull)
                                .map(PersonId::new))
                .distinct()
                .toList());
        return new Board(
                team,
                open.stream()
                        .map(task -> row(task, team, files.get(new EvaluationId(task.evaluation())), people))
                        .toList());
    }

    private static Row row(OpenTask task, TeamView team, EvaluationView file, Map<PersonId, PersonView> people) {
        PersonId holder = task.assignee() == null ? null : new PersonId(task.assignee());
        List<PersonView> receivers = receivers(task, team).stream()
                .filter(person -> !person.equals(holder))
                .map(people::get)
                .sorted(Comparator.comparing(PersonView::name))
                .toList();
        boolean outside =
                holder != null && !task.isByName() && !receivers(task, team).contains(holder);
        return new Row(task, file.campaignName(), holder == null ? null : people.get(holder), outside, receivers);
    }

    /** The team's members for what the team does, its leads for what they alone do. */
    private static List<PersonId> receivers(OpenTask task, TeamView team) {
        boolean anyMember = task.groups().contains(CandidateGroups.team(team.id()));
        return team.members().stream()
                .filter(member -> anyMember || member.lead())
                .map(MemberView::person)
                .toList();
    }

    /**
     * Gives a task to somebody.
     *
     * @param seen who had it when the page was read, null for nobody
     * @return the task's name and whose it is now, for the notice
     */
    public String give(Actor actor, TeamId id, String taskId, @Nullable PersonId seen, @Nullable PersonId to) {
        TeamView team = led(actor, id);
        OpenTask task = movable(team, taskId);
        if (to == null) {
            throw new BusinessRefusal("Choisissez d'abord la personne à qui confier la tâche.");
        }
        if (!receivers(task, team).contains(to)) {
            throw new BusinessRefusal("La tâche « " + task.name() + " » ne se confie qu'à "
                    + (task.groups().contains(CandidateGroups.team(id))
                            ? "un membre de l'équipe « " + team.name() + " »."
                            : "un responsable de l'équipe « " + team.name() + " »."));
        }
        move(actor, team, task, seen, to);
        return "« " + task.name() + " » est confiée à " + name(to) + ".";
    }

    /** Puts a taken task back among what the team has to take. */
    public String putBack(Actor actor, TeamId id, String taskId, @Nullable PersonId seen) {
        TeamView team = led(actor, id);
        OpenTask task = movable(team, taskId);
        if (seen == null) {
            throw new BusinessRefusal("La tâche « " + task.name() + " » est déjà à prendre dans l'équipe.");
        }
        move(actor, team, task, seen, null);
        return "« " + task.name() + " » est de nouveau à prendre dans l'équipe.";
    }

    private void move(Actor actor, TeamView team, OpenTask task, @Nullable PersonId seen, @Nullable PersonId to) {
        PersonId holder = task.assignee() == null ? null : new PersonId(task.assignee());
        if (!Objects.equals(holder, seen) || !desk.handOver(task, to)) {
            PersonId now = desk.stillOpen(List.of(task.id())).stream()
                    .findFirst()
                    .map(OpenTask::assignee)
                    .map(PersonId::new)
                    .orElse(null);
            throw new ChangedMeanwhile(
                    "La tâche « " + task.name() + " » a changé de mains entre-temps. Rien n'a été modifié : rouvrez la "
                            + "liste, puis décidez.",
                    List.of(new Difference("Confiée à", name(now), name(to))));
        }
        trail.record(
                deciding(actor, team),
                Event.on(
                                new EvaluationId(Objects.requireNonNull(task.evaluation())),
                                task.name(),
                                to == null ? "Tâche remise à l'équipe" : "Tâche confiée")
                        .change(name(holder), name(to)));
    }

    private Acting deciding(Actor actor, TeamView team) {
        return actor.leads(team.id()) ? actor.asLeadOf(team.id()) : actor.as(Role.QUALITY_MANAGER);
    }

    private String name(@Nullable PersonId person) {
        return person == null ? NOBODY : organisation.person(person).name();
    }

    /** A task that is done, or another team's, is no longer here. */
    private OpenTask movable(TeamView team, String taskId) {
        OpenTask task = Optional.of(desk.stillOpen(List.of(taskId)))
                .flatMap(found -> found.stream().findFirst())
                .filter(found -> found.groups().contains(CandidateGroups.team(team.id()))
                        || found.groups().contains(CandidateGroups.leads(team.id())))
                .orElseThrow(StepNoLongerOpen::new);
        if (task.isByName()) {
            throw new NotAllowed("La tâche « " + task.name() + " » revient à la personne que le plan d'action nomme. "
                    + "Un responsable de l'équipe peut la faire à sa place, sans la lui retirer.");
        }
        return task;
    }

    private TeamView led(Actor actor, TeamId id) {
        TeamView team = organisation.team(id);
        if (!team.commune().equals(actor.commune())) {
            throw new NotFound();
        }
        if (!actor.leads(id) && !actor.is(Role.QUALITY_MANAGER)) {
            throw new NotAllowed("Les responsables de l'équipe « " + team.name() + " » répartissent ses tâches : "
                    + team.members().stream()
                            .filter(MemberView::lead)
                            .map(member -> organisation.person(member.person()).name())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return team;
    }
}
