package org.capaccueil.campaign;

import java.util.Set;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;

/**
 * A team's evaluation is asked on more channels than when it opened; told in the same transaction, in which a room that
 * can no longer ask them refuses.
 *
 * @param because why, as a sentence a page may show
 */
public record ChannelsTakenIn(EvaluationId evaluation, Set<Channel> added, String because) {}
