package org.capaccueil.organisation;

import java.time.LocalDate;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;

/**
 * Somebody is no longer a member of a team; told in the transaction that records it, which a refusal undoes.
 *
 * @param actor who records it
 * @param lead whether they led the team
 * @param on their last day in it
 * @param joinsAnother whether they go on in another team of the commune
 */
public record MemberLeft(Actor actor, TeamId team, PersonId person, boolean lead, LocalDate on, boolean joinsAnother) {}
