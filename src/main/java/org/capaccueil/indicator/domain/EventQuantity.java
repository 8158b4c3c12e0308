package org.capaccueil.indicator.domain;

import java.util.Arrays;
import java.util.Optional;
import org.capaccueil.indicator.Formula.Quantity;

/** A quantity that single events add up to, by the name it has in formulas. */
enum EventQuantity {
    WAITED("somme des attentes entre ticket et appel"),
    RECEIVED("visiteurs reçus"),
    CALLED_IN_15("visiteurs appelés en 15 min au plus"),
    OFFERED("appels demandant un agent aux heures d'ouverture"),
    ANSWERED("appels décrochés par un agent"),
    ANSWERED_IN_30("appels décrochés en 30 s au plus"),
    MESSAGES_DUE("messages reçus dont la réponse est due"),
    MESSAGES_IN_5("messages répondus en 5 jours ouvrés"),
    LETTERS_DUE("courriers reçus dont la réponse est due"),
    LETTERS_IN_15("courriers répondus en 15 jours ouvrés"),
    RECEIPTS_DUE("saisines électroniques qui en demandent un"),
    RECEIPTS_IN_10("accusés envoyés en 10 jours ouvrés");

    private final String words;

    EventQuantity(String words) {
        this.words = words;
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
