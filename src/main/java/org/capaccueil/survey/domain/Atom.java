package org.capaccueil.survey.domain;

import java.time.YearMonth;
import java.util.UUID;
import org.capaccueil.shared.Channel;

/**
 * The finest group of answers anybody could tell apart: those that came at one point, on one channel, one way, in one month.
 *
 * @param team whose point it is
 * @param answers at least one
 * @param satisfied those of them with grade 4 or 5 on the question about the whole
 */
record Atom(UUID team, UUID point, Channel channel, WayKind way, YearMonth month, int answers, int satisfied) {}
