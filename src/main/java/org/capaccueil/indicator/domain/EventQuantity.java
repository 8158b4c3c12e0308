package org.capaccueil.indicator.domain;

import static org.capaccueil.indicator.domain.EventKind.CALL_ANSWERED;
import static org.capaccueil.indicator.domain.EventKind.CALL_OFFERED;
import static org.capaccueil.indicator.domain.EventKind.MESSAGE_ACKNOWLEDGED;
import static org.capaccueil.indicator.domain.EventKind.MESSAGE_RECEIVED;
import static org.capaccueil.indicator.domain.EventKind.MESSAGE_REPLIED;
import static org.capaccueil.indicator.domain.EventKind.TICKET_CALLED;
import static org.capaccueil.indicator.domain.EventKind.TICKET_TAKEN;
import static org.capaccueil.indicator.domain.EventKind.VISITOR_SERVED;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.capaccueil.indicator.Formula.Quantity;

/**
 * A quantity that single events add up to, by the name it has in formulas. Nothing is said of it where no event of a kind
 * it is counted by has ever come: a mailbox that tells no receipts has not sent none.
 */
enum EventQuantity {
    WAITED("somme des attentes entre ticket et appel", TICKET_TAKEN, TICKET_CALLED, VISITOR_SERVED),
    RECEIVED("visiteurs reçus", TICKET_TAKEN, TICKET_CALLED, VISITOR_SERVED),
    CALLED_IN_15("visiteurs appelés en 15 min au plus", TICKET_TAKEN, TICKET_CALLED, VISITOR_SERVED),
    OFFERED("appels demandant un agent aux heures d'ouverture", CALL_OFFERED),
    ANSWERED("appels décrochés par un agent", CALL_OFFERED, CALL_ANSWERED),
    ANSWERED_IN_30("appels décrochés en 30 s au plus", CALL_OFFERED, CALL_ANSWERED),
    MESSAGES_DUE("messages reçus dont la réponse est due", MESSAGE_RECEIVED),
    MESSAGES_IN_5("messages répondus en 5 jours ouvrés", MESSAGE_RECEIVED, MESSAGE_REPLIED),
    LETTERS_DUE("courriers reçus dont la réponse est due", MESSAGE_RECEIVED),
    LETTERS_IN_15("courriers répondus en 15 jours ouvrés", MESSAGE_RECEIVED, MESSAGE_REPLIED),
    RECEIPTS_DUE("saisines électroniques qui en demandent un", MESSAGE_RECEIVED),
    RECEIPTS_IN_10("accusés envoyés en 10 jours ouvrés", MESSAGE_RECEIVED, MESSAGE_ACKNOWLEDGED);

    private final String words;
    private final Set<EventKind> countedBy;

    EventQuantity(String words, EventKind... countedBy) {
        this.words = words;
        this.countedBy = Set.of(countedBy);
    }

    Set<EventKind> countedBy() {
        return countedBy;
    }

    String words() {
        return words;
    }

    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<EventQuantity> of(Quantity quantity) {
        return Arrays.stream(values())
                .filter(one -> Quantity.keyOf(one.words).equals(quantity.key()))
                .findFirst();
    }
}
