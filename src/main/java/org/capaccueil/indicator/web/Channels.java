package org.capaccueil.indicator.web;

import java.util.Arrays;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;

final class Channels {

    private Channels() {}

    static Channel coded(String code) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
