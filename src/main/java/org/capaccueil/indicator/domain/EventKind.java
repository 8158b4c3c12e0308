package org.capaccueil.indicator.domain;

import java.util.Arrays;
import java.util.Optional;
import org.capaccueil.indicator.exchange.CellText;

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

    /** By its word in a file or the one programs use. */
    static Optional<EventKind> named(String word) {
        String plain = CellText.plain(word);
        return Arrays.stream(values())
                .filter(kind -> CellText.plain(kind.title).equals(plain)
                        || kind.name().toLowerCase(java.util.Locale.ROOT).equals(plain))
                .findFirst();
    }
}
