package org.capaccueil.network.web;

import java.util.Arrays;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

final class Channels {

    private Channels() {}

    /** The channel of this code; a code that is none narrows nothing. */
    static @Nullable Channel coded(@Nullable String code) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
