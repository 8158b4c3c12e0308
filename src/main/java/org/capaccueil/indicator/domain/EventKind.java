package org.capaccueil.indicator.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.capaccueil.indicator.exchange.CellText;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TeamId;

/** What can happen to a contact. */
public enum EventKind {
    TICKET_TAKEN("ticket pris"),
    TICKET_CALLED("ticket appelé"),
    VISITOR_SERVED("visiteur reçu"),
    CALL_OFFERED("appel présenté"),
    CALL_ANSWERED("appel décroché"),
    CALL_ABANDONED("appel abandonné"),
    MESSAGE_RECEIVED("message reçu"),
    MESSAGE_ACKNOWLEDGED("accusé envoyé"),
    MESSAGE_REPLIED("message répondu");

    private final String title;

    EventKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /**
     * What a contact is known by, of the identifier its tool gave it. A ticket machine begins anew every morning at each
     * counter, a switchboard every morning for the whole commune; a message has one of its own, however much later it is
     * answered.
     */
    String contact(String identifier, TeamId team, Channel channel, LocalDate day) {
        return switch (this) {
            case TICKET_TAKEN, TICKET_CALLED, VISITOR_SERVED -> team + " " + channel + " " + day + " " + identifier;
            case CALL_OFFERED, CALL_ANSWERED, CALL_ABANDONED -> day + " " + identifier;
            case MESSAGE_RECEIVED, MESSAGE_ACKNOWLEDGED, MESSAGE_REPLIED -> identifier;
        };
    }

    /** By its word in a file or the one programs use. */
    static Optional<EventKind> named(String word) {
        String plain = CellText.plain(word);
        return Arrays.stream(values())
                .filter(kind -> CellText.plain(kind.title).equals(plain)
                        || kind.name().toLowerCase(java.util.Locale.ROOT).equals(plain))
                .findFirst();
    }
}
