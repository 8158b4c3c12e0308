package org.capaccueil.standard;

import java.util.Set;
import org.capaccueil.shared.Channel;

/**
 * What a team answers for.
 *
 * @param channels the channels it holds
 * @param organisation whether it also answers what is rated once for the whole organisation
 */
public record TeamScope(Set<Channel> channels, boolean organisation) {

    public TeamScope {
        channels = Set.copyOf(channels);
    }

    /** The same team, judged with what another team answered for the organisation. */
    public TeamScope withOrganisation() {
        return new TeamScope(channels, true);
    }
}
