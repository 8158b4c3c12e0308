package org.capaccueil.audit.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.TeamTies;
import org.capaccueil.audit.TeamTies.Tie;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.Measurements;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers from all rooms what ties people to a team, as it is at this moment. */
@Component
class TieFinder {

    private final AuditFiles audits;
    private final PoolAuditors pool;
    private final Organisation organisation;
    private final Evaluations evaluations;
    private final Measurements measurements;
    private final SelfAssessments selfAssessments;
    private final SubstituteIndependence substitutes;
    private final ObjectProvider<TeamTies> rooms;
    private final Trail trail;
    private final Clock clock;

    TieFinder(
            AuditFiles audits,
            PoolAuditors pool,
            Organisation organisation,
            Evaluations evaluations,
            Measurements measurements,
            SelfAssessments selfAssessments,
            SubstituteIndependence substitutes,
            ObjectProvider<TeamTies> rooms,
            Trail trail,
            Clock clock) {
        this.audits = audits;
        this.pool = pool;
        this.organisation = organisation;
        this.evaluations = evaluations;
        this.measurements = measurements;
        this.selfAssessments = selfAssessments;
        this.substitutes = substitutes;
        this.rooms = rooms;
        this.trail = trail;
        this.clock = clock;
    }

    /** For whoever chooses: everybody with the role. */
    Independence ofAuditors(EvaluationView evaluation, Audit audit, PersonId chooser) {
        return of(evaluation, audit, organisation.withRole(Role.AUDITOR), chooser);
    }

    /** For an auditor who acts, in office or not. */
    Independence of(EvaluationView evaluation, Audit audit, PersonId auditor) {
        return of(evaluation, audit, List.of(organisation.person(auditor)), null);
    }

    private Independence of(
            EvaluationView evaluation, Audit audit, List<PersonView> people, @Nullable PersonId chooser) {
        TeamView team = organisation.inChargeOf(evaluation.team());
        List<PersonId> members = team.members().stream().map(MemberView::person).toList();
        List<PersonId> asked = people.stream().map(PersonView::id).toList();
        List<Tie> told =
                rooms.stream().flatMap(room -> room.to(evaluation).stream()).toList();
        List<PoolAuditor> known =
                pool.findAllById(asked.stream().map(PersonId::value).toList());
        Ties ties = new Ties(
                organisation.membersBetween(evaluation.team(), begin(evaluation), today()),
                substitutes.standingIn(asked, evaluation),
                organisation.managersAbove(union(members, asked)),
                organisation.people(members).values().stream()
                        .collect(Collectors.toMap(PersonView::id, PersonView::name)),
                help(evaluation, told),
                lastAuditors(evaluation),
                asked.stream().filter(audit::hasSetAside).collect(Collectors.toUnmodifiableSet()),
                chooser,
                known.stream()
                        .filter(PoolAuditor::isLent)
                        .map(PoolAuditor::person)
                        .collect(Collectors.toUnmodifiableSet()),
                away(known));
        return new Independence(team, ties, people);
    }

    /** The period the evaluation is about, or its opening where that came first. */
    private LocalDate begin(EvaluationView evaluation) {
        LocalDate period = evaluations.frame(evaluation.campaign()).periodStart();
        LocalDate opened = PublicTime.dayOf(evaluation.openedAt());
        return period.isBefore(opened) ? period : opened;
    }

    private static Set<PersonId> union(Collection<PersonId> some, Collection<PersonId> others) {
        Set<PersonId> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** What each did, the weightiest last so that it is the one told. */
    private Map<PersonId, String> help(EvaluationView evaluation, List<Tie> told) {
        Map<PersonId, String> help = new HashMap<>();
        beforeTheAudit(evaluation)
                .forEach(line -> help.put(
                        new PersonId(Objects.requireNonNull(line.actorId())),
                        "est intervenu dans cette évaluation avant l'audit (" + line.action() + ", le "
                                + PublicTime.inWords(PublicTime.dayOf(line.at())) + ")"));
        told.forEach(tie -> help.put(tie.person(), tie.words()));
        measurements
                .enteredBy(evaluation.id())
                .forEach(person -> help.put(person, "a saisi des chiffres de l'équipe pour cette évaluation"));
        selfAssessments.summary(evaluation.id()).ifPresent(summary -> Stream.concat(
                        summary.participants().stream(), Stream.ofNullable(summary.submittedBy()))
                .forEach(person -> help.put(person, "a pris part à l'autoévaluation de l'équipe")));
        return help;
    }

    /** The journal also knows who rated what somebody else rated again, and whose evidence was taken back. */
    private Stream<Trail.Line> beforeTheAudit(EvaluationView evaluation) {
        return trail.of(evaluation.id()).stream()
                .takeWhile(line -> !line.action().equals(AuditRun.OPENED))
                .filter(line -> line.actorId() != null);
    }

    /** Of the cycles before this one, those in which the team was audited to the draft at least. */
    private List<PersonId> lastAuditors(EvaluationView evaluation) {
        List<EvaluationView> before = evaluations.ofTeam(evaluation.team()).stream()
                .filter(other -> other.openedAt().isBefore(evaluation.openedAt()))
                .toList();
        Map<java.util.UUID, Audit> known =
                audits
                        .findAllById(
                                before.stream().map(other -> other.id().value()).toList())
                        .stream()
                        .collect(Collectors.toMap(audit -> audit.evaluation().value(), audit -> audit));
        return before.stream()
                .map(other -> known.get(other.id().value()))
                .filter(Objects::nonNull)
                .filter(Audit::isDraftOut)
                .flatMap(audit -> Stream.ofNullable(audit.summary().auditor()))
                .limit(Ties.CYCLES)
                .toList();
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }

    private Map<PersonId, LocalDate> away(List<PoolAuditor> known) {
        LocalDate today = today();
        Map<PersonId, LocalDate> away = new HashMap<>();
        known.forEach(auditor -> auditor.awayOn(today).ifPresent(day -> away.put(auditor.person(), day)));
        return away;
    }
}
