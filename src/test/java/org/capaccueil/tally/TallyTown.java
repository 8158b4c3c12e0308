package org.capaccueil.tally;

import java.time.Instant;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.tally.domain.ChoiceView;
import org.capaccueil.tally.domain.Outcome;
import org.capaccueil.tally.domain.TallyDesk;
import org.capaccueil.tally.domain.Tap;
import org.jspecify.annotations.Nullable;

/** Taps for one who stands at the first point of the own team. */
public record TallyTown(TallyDesk desk, Actor actor) {

    public UUID point() {
        return desk.screen(actor).places().get(0).point();
    }

    public UUID subject(String code) {
        return desk.screen(actor).subjects().stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(ChoiceView::id)
                .orElseThrow();
    }

    public UUID orientation(String code) {
        return desk.screen(actor).orientations().stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(ChoiceView::id)
                .orElseThrow();
    }

    public Tap tap(Outcome outcome, Instant at) {
        return tap(UUID.randomUUID(), "ETAT-CIVIL", Channel.COUNTER, outcome, at, null);
    }

    public Tap tap(UUID id, String subject, Channel channel, Outcome outcome, Instant at, @Nullable String note) {
        return new Tap(
                id,
                point(),
                channel,
                subject(subject),
                outcome,
                outcome == Outcome.ORIENTED ? orientation("CCAS") : null,
                at,
                note);
    }
}
