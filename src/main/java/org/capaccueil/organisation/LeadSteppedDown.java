package org.capaccueil.organisation;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;

/**
 * Somebody stays a member of a team and leads it no more; told in the transaction that records it, which a refusal undoes.
 *
 * @param actor who records it
 */
public record LeadSteppedDown(Actor actor, TeamId team, PersonId person) {}
