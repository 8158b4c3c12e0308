package org.capaccueil.tally.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.tally.domain.TallyDesk;
import org.capaccueil.tally.domain.Tap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the script of the screen sends and asks, in the session of the person whose queue it is. */
@RestController
class TallyQueue {

    private static final String UNREADABLE = "Cette demande est illisible. Écartez-la et notez-la de nouveau.";

    private final TallyDesk desk;
    private final ObjectReader batches;

    TallyQueue(TallyDesk desk, ObjectMapper json) {
        this.desk = desk;
        this.batches = json.readerFor(Batch.class);
    }

    /** A tap that waited, and when it was tapped by the clock of the browser. */
    record Waiting(
            @Nullable String id,
            @Nullable String point,
            @Nullable String channel,
            @Nullable String subject,
            @Nullable String outcome,
            @Nullable String orientation,
            @Nullable String note,
            @Nullable Long at) {

        Tap tap(UUID known, Instant moment) {
            return new TapForm(id, point, channel, subject, outcome, orientation, note).tap(known, moment);
        }
    }

    /**
     * What is sent at once.
     *
     * @param account whose queue it was taken from
     * @param now what the clock of the browser shows
     */
    record Batch(@Nullable String account, @Nullable Long now, @Nullable List<@Nullable Waiting> taps) {}

    /** What became of one tap, by the id it was sent with. */
    record Told(String id, @Nullable String refusal) {}

    /** The answer to a batch. */
    record Kept(List<Told> taps, Map<UUID, Long> today) {}

    /** Why nothing of a batch was looked at. */
    record Refused(String refusal) {}

    /** Whose session it is, with what a page of it needs to send. */
    record Session(String account, String header, String token) {}

    @GetMapping("/tally/session")
    Session session(Actor actor, CsrfToken csrf) {
        TallyDesk.requireMember(actor);
        return new Session(AccountKey.of(actor.id()), csrf.getHeaderName(), csrf.getToken());
    }

    @PostMapping("/tally/contacts")
    ResponseEntity<?> keep(Actor actor, @RequestParam(defaultValue = "") String batch) {
        TallyDesk.requireMember(actor);
        Batch sent = read(batch);
        if (sent == null || sent.taps() == null || sent.now() == null) {
            return refused(HttpStatus.UNPROCESSABLE_ENTITY, "L'envoi est illisible : rien n'a été enregistré.");
        }
        if (!AccountKey.of(actor.id()).equals(sent.account())) {
            // not a refusal of these taps: they wait for their owner's session
            return refused(
                    HttpStatus.CONFLICT,
                    "Ces demandes ont été notées par une autre personne : elles partiront quand elle se "
                            + "reconnectera sur cet appareil.");
        }
        List<Told> told = new ArrayList<>();
        List<Tap> taps = new ArrayList<>();
        for (Waiting waiting : sent.taps()) {
            UUID id = waiting == null ? null : TapForm.uuid(waiting.id());
            if (waiting == null || id == null || waiting.at() == null) {
                told.add(new Told(waiting == null ? "" : String.valueOf(waiting.id()), UNREADABLE));
            } else {
                taps.add(waiting.tap(id, Instant.ofEpochMilli(waiting.at())));
            }
        }
        try {
            desk.keepAll(actor, taps, Instant.ofEpochMilli(sent.now())).stream()
                    .map(receipt -> new Told(receipt.id().toString(), receipt.refusal()))
                    .forEach(told::add);
        } catch (BusinessRefusal refusal) {
            if (!refusal.isPlain()) {
                throw refusal;
            }
            return refused(HttpStatus.UNPROCESSABLE_ENTITY, refusal.sentence());
        }
        return ResponseEntity.ok(new Kept(told, desk.today(actor)));
    }

    private @Nullable Batch read(String text) {
        try {
            return batches.readValue(text);
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }

    private static ResponseEntity<Refused> refused(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(new Refused(sentence));
    }
}
