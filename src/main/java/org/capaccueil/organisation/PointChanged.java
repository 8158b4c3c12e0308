package org.capaccueil.organisation;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.TeamId;

/**
 * A team's reception point has closed or receives on other channels; told in the transaction that records it.
 *
 * @param happened what, as the beginning of a sentence a day can follow: « Point d'accueil « Mairie » fermé »
 */
public record PointChanged(Actor actor, TeamId team, String happened) {}
