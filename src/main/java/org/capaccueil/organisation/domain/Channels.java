package org.capaccueil.organisation.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.capaccueil.shared.Channel;

final class Channels {

    private Channels() {}

    static Set<Channel> inOrder(Collection<Channel> channels) {
        EnumSet<Channel> ordered = EnumSet.noneOf(Channel.class);
        ordered.addAll(channels);
        return Collections.unmodifiableSet(ordered);
    }
}
