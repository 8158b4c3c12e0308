package org.capaccueil.mystery.domain;

import java.util.Arrays;
import java.util.List;
import org.capaccueil.shared.Channel;

/** What an observer does: it follows from the channel. */
public enum VisitKind {
    VISIT("Visite", Channel.COUNTER, Channel.OUTREACH),
    CALL("Appel", Channel.PHONE),
    MESSAGE("Message", Channel.DIGITAL, Channel.MAIL);

    private final String title;
    private final List<Channel> channels;

    VisitKind(String title, Channel... channels) {
        this.title = title;
        this.channels = List.of(channels);
    }

    static VisitKind on(Channel channel) {
        return Arrays.stream(values())
                .filter(kind -> kind.channels.contains(channel))
                .findFirst()
                .orElseThrow();
    }

    public String title() {
        return title;
    }

    public List<Channel> channels() {
        return channels;
    }
}
