package org.capaccueil.tally.domain;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One tap on an outcome, as it is sent.
 *
 * @param id made where it was tapped, at random
 * @param at by the clock of the browser
 */
public record Tap(
        UUID id,
        UUID point,
        @Nullable Channel channel,
        @Nullable UUID subject,
        @Nullable Outcome outcome,
        @Nullable UUID orientation,
        Instant at,
        @Nullable String note) {

    Channel channelGiven() {
        if (channel == null) {
            throw new BusinessRefusal("channel", "Choisissez le canal avant de noter la demande.");
        }
        return channel;
    }

    UUID subjectGiven() {
        if (subject == null) {
            throw new BusinessRefusal("subject", "Choisissez le sujet avant de noter l'issue.");
        }
        return subject;
    }

    Outcome outcomeGiven() {
        if (outcome == null) {
            throw new BusinessRefusal("outcome", "Choisissez ce qu'il est advenu de la demande.");
        }
        if (outcome == Outcome.ORIENTED && orientation == null) {
            throw new BusinessRefusal("outcome", "Choisissez vers qui la personne a été orientée.");
        }
        if (outcome != Outcome.ORIENTED && orientation != null) {
            throw new BusinessRefusal("outcome", "Seule une demande orientée dit vers qui.");
        }
        return outcome;
    }
}
