package org.capaccueil.workflow;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.AbsentPerson;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits for somebody.
 *
 * @param key the user task's id in its diagram
 * @param businessKey the evaluation, campaign or action it belongs to
 * @param evaluation the team's evaluation, null for a campaign's own steps
 * @param campaign the campaign it is part of
 * @param page the address of its page
 * @param assignee the person who took it or was given it, null while it is the group's
 */
public record OpenTask(
        String id,
        String key,
        String name,
        String processKey,
        UUID businessKey,
        @Nullable UUID evaluation,
        UUID campaign,
        String page,
        @Nullable UUID assignee,
        Set<String> groups,
        Instant since,
        @Nullable Instant due) {

    public boolean isFor(Actor actor) {
        return assignee == null
                ? isOfferedTo(actor)
                : assignee.equals(actor.id().value()) || absentHolder(actor).isPresent();
    }

    /** The absent person who holds it, when this one stands in for them. What is given to nobody but them stays theirs. */
    private Optional<AbsentPerson> absentHolder(Actor actor) {
        return assignee == null || !isLent() ? Optional.empty() : actor.standsInFor(new PersonId(assignee));
    }

    /** Whether a substitute does it for an absent person: neither a member's own part nor what is one person's by name. */
    public boolean isLent() {
        return !groups.isEmpty() && !isEverybodys();
    }

    /** In whose place this person would do it; empty when it is theirs anyway. */
    public Optional<AbsentPerson> inPlaceOf(Actor actor) {
        if (assignee != null) {
            return absentHolder(actor);
        }
        return CandidateGroups.own(actor).stream().anyMatch(groups::contains)
                ? Optional.empty()
                : actor.standingInFor().stream()
                        .filter(absent -> CandidateGroups.lentBy(absent, actor.commune()).stream()
                                .anyMatch(groups::contains))
                        .findFirst();
    }

    /** An action has its owner in the signed plan; whoever leads may do it in their place, without taking it away. */
    public boolean isByName() {
        return processKey.equals("action-follow-up");
    }

    /** Whether its holder has it as somebody of one of these teams, and not by name. */
    public boolean isTakenFrom(Set<TeamId> teams) {
        return assignee != null && !isByName() && groups.stream().anyMatch(group -> CandidateGroups.isOf(group, teams));
    }

    /** Whether any member of one of these teams may do it, not its leads alone. */
    boolean isForMembersOf(Set<TeamId> teams) {
        return teams.stream()
                .anyMatch(team ->
                        groups.contains(CandidateGroups.team(team)) || groups.contains(CandidateGroups.members(team)));
    }

    /** Whether each person it is offered to has a part in it, so that nobody takes it for their own. */
    public boolean isEverybodys() {
        return groups.stream().anyMatch(group -> group.startsWith(CandidateGroups.MEMBERS));
    }

    public boolean isOfferedTo(Actor actor) {
        return CandidateGroups.of(actor).stream().anyMatch(groups::contains);
    }
}
