package org.capaccueil.indicator.domain;

import java.time.Instant;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;

/** An event on its way in. */
record StagedEvent(int line, String id, String contact, TeamId team, Channel channel, EventKind kind, Instant at) {}
