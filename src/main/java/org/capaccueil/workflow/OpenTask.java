package org.capaccueil.workflow;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.Actor;
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
        return assignee != null ? assignee.equals(actor.id().value()) : isOfferedTo(actor);
    }

    /** Whether each person it is offered to has a part in it, so that nobody takes it for their own. */
    public boolean isEverybodys() {
        return groups.stream().anyMatch(group -> group.startsWith(CandidateGroups.MEMBERS));
    }

    public boolean isOfferedTo(Actor actor) {
        return CandidateGroups.of(actor).stream().anyMatch(groups::contains);
    }
}
