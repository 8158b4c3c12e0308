package org.capaccueil.indicator.domain;

import java.time.Instant;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;

/**
 * An event on its way in.
 *
 * @param id its own, of all events of the commune
 * @param contact what it belongs to, as {@link EventKind#contact} says
 */
record StagedEvent(int line, String id, String contact, TeamId team, Channel channel, EventKind kind, Instant at) {}
