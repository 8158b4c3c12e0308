package org.capaccueil.organisation;

import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;

/** Somebody is no longer a member of a team; told in the transaction that records it. */
public record MemberLeft(TeamId team, PersonId person) {}
