package org.capaccueil.tally.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.FreeText;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members of a team note what residents ask for. Nothing here tells who noted what, the journal neither: counts are the
 * team's, and an agent's figure must not be made of them.
 */
@Service
@Transactional
public class TallyDesk {

    /** As many as are sent at once. */
    public static final int LARGEST_BATCH = 200;

    private static final int LONGEST_NOTE = 280;

    /** How long a tap can be taken back. */
    public static final Duration UNDO = Duration.ofMinutes(10);

    private final Contacts contacts;
    private final ChoiceBook choices;
    private final Organisation organisation;
    private final Clock clock;

    TallyDesk(Contacts contacts, ChoiceBook choices, Organisation organisation, Clock clock) {
        this.contacts = contacts;
        this.choices = choices;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A point of one of the actor's teams, with the channels it opens. */
    public record Place(TeamId team, String teamName, UUID point, String name, Set<Channel> channels) {}

    /** What there is to tap on. */
    public record Screen(List<Place> places, List<ChoiceView> subjects, List<ChoiceView> orientations) {}

    /**
     * What became of one tap.
     *
     * @param refusal null when it is kept, now or already
     */
    public record Receipt(UUID id, @Nullable String refusal) {}

    @Transactional(readOnly = true)
    public Screen screen(Actor actor) {
        requireMember(actor);
        List<ChoiceView> offered = choices.of(actor.commune()).stream()
                .filter(ChoiceView::isOffered)
                .toList();
        return new Screen(
                places(actor),
                offered.stream().filter(one -> one.kind() == ChoiceKind.SUBJECT).toList(),
                offered.stream()
                        .filter(one -> one.kind() == ChoiceKind.ORIENTATION)
                        .toList());
    }

    /** How many were noted today at each point of the actor's teams; points without any are absent. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> today(Actor actor) {
        requireMember(actor);
        return contacts.ofDay(actor.commune(), actor.teams(), PublicTime.today(clock));
    }

    /** Keeps one tap. */
    public void keep(Actor actor, Tap tap) {
        requireMember(actor);
        new Round(actor, clock.instant()).keep(tap);
    }

    /**
     * Keeps what waited for the network; each tap is kept or refused by itself, and one sent before is kept once.
     *
     * @param sent what the browser's clock showed as it sent them
     */
    public List<Receipt> keepAll(Actor actor, List<Tap> taps, Instant sent) {
        requireMember(actor);
        if (taps.size() > LARGEST_BATCH) {
            throw new BusinessRefusal(
                    "Un envoi porte " + LARGEST_BATCH + " demandes au plus. Envoyez-les en plusieurs fois.");
        }
        Round round = new Round(actor, sent);
        Receipt[] receipts = new Receipt[taps.size()];
        // always in the same order: two windows with the same taps would else wait for each other
        IntStream.range(0, receipts.length)
                .boxed()
                .sorted(Comparator.comparing(at -> taps.get(at).id()))
                .forEach(at -> receipts[at] = receipt(round, taps.get(at)));
        return List.of(receipts);
    }

    private static Receipt receipt(Round round, Tap tap) {
        try {
            round.keep(tap);
            return new Receipt(tap.id(), null);
        } catch (BusinessRefusal refusal) {
            return new Receipt(tap.id(), refusal.sentence());
        }
    }

    /** Takes a tap back. Only who has its id can, and that is the browser it was tapped in. */
    public void undo(Actor actor, UUID id) {
        undo(actor, id, clock.instant(), clock.instant());
    }

    /**
     * Takes a tap back that was asked for in time and may have waited for the network.
     *
     * @param asked when, by the browser's clock
     * @param sent what that clock showed as it sent this
     */
    public void undo(Actor actor, UUID id, Instant asked, Instant sent) {
        requireMember(actor);
        Contacts.Kept kept =
                contacts.find(id).filter(one -> actor.belongsTo(one.team())).orElseThrow(NotFound::new);
        if (kept.undone()) {
            return;
        }
        // what is kept is the beginning of the minute
        Instant limit = kept.tappedAt().plus(UNDO).plus(Duration.ofMinutes(1));
        // a clock that was set back meanwhile says nothing of how long ago it was
        Instant when = asked.isAfter(sent) ? clock.instant() : TapTime.of(asked, sent, clock.instant());
        if (when.isAfter(limit)) {
            throw new BusinessRefusal("Une demande s'annule pendant " + UNDO.toMinutes()
                    + " minutes. Celle-ci est plus ancienne : elle reste comptée.");
        }
        contacts.undo(id);
    }

    /** Refuses whoever is in no team, whatever they send. */
    public static void requireMember(Actor actor) {
        if (actor.teams().isEmpty()) {
            throw new NotAllowed("Les demandes se notent par les membres d'une équipe d'accueil. "
                    + "Demandez à votre référent qualité de vous ajouter à la vôtre.");
        }
    }

    private List<Place> places(Actor actor) {
        return organisation.teams(actor.teams()).values().stream()
                .filter(TeamView::active)
                .sorted(Comparator.comparing(TeamView::name))
                .flatMap(team -> team.points().stream()
                        .map(point -> new Place(team.id(), team.name(), point.id(), point.name(), point.channels())))
                .toList();
    }

    /** What the taps of one sending are checked against, read once. */
    private final class Round {

        private final Actor actor;
        private final Instant sent;
        private final Instant received = clock.instant();
        private final Map<UUID, Place> places;
        private final Map<UUID, ChoiceView> known;

        Round(Actor actor, Instant sent) {
            this.actor = actor;
            this.sent = sent;
            this.places = places(actor).stream().collect(Collectors.toMap(Place::point, Function.identity()));
            this.known =
                    choices.of(actor.commune()).stream().collect(Collectors.toMap(ChoiceView::id, Function.identity()));
        }

        void keep(Tap tap) {
            Instant tappedAt = TapTime.of(tap.at(), sent, received);
            Place place = places.get(tap.point());
            if (place == null) {
                throw new BusinessRefusal(
                        "point",
                        "Ce point d'accueil n'est pas, ou n'est plus, à votre équipe. Choisissez-en un de la liste.");
            }
            Channel channel = tap.channelGiven();
            if (!place.channels().contains(channel)) {
                throw new BusinessRefusal(
                        "channel",
                        "Le point « " + place.name() + " » ne reçoit pas sur ce canal. Choisissez-en un des siens.");
            }
            Outcome outcome = tap.outcomeGiven();
            UUID subject = offered(ChoiceKind.SUBJECT, tap.subjectGiven(), tappedAt);
            UUID orientation =
                    tap.orientation() == null ? null : offered(ChoiceKind.ORIENTATION, tap.orientation(), tappedAt);
            Contact contact = new Contact(
                    tap.id(),
                    actor.commune(),
                    place.team(),
                    place.point(),
                    channel,
                    subject,
                    outcome,
                    orientation,
                    tappedAt,
                    FreeText.kept("note", tap.note(), LONGEST_NOTE));
            contacts.remember(actor.commune(), place.point(), place.name());
            if (!contacts.add(contact)) {
                requireCopy(contact);
            }
        }

        /** Of one that was archived only what was tapped before. */
        private UUID offered(ChoiceKind kind, UUID id, Instant tappedAt) {
            ChoiceView choice = known.get(id);
            if (choice == null || choice.kind() != kind) {
                throw new BusinessRefusal(
                        kind == ChoiceKind.SUBJECT ? "subject" : "outcome",
                        "Ce choix n'est pas dans la liste de la commune. Rechargez la page et choisissez-en un autre.");
            }
            if (!choice.isOfferedAt(tappedAt)) {
                throw new BusinessRefusal(
                        kind == ChoiceKind.SUBJECT ? "subject" : "outcome",
                        "« " + choice.label() + " » n'est plus proposé. Choisissez-en un autre dans la liste.");
            }
            return id;
        }

        /** A copy of what is kept already is fine; an id that is somebody else's is not told from one used for two taps. */
        private void requireCopy(Contact contact) {
            contacts.find(contact.id())
                    .filter(kept -> actor.belongsTo(kept.team()) && kept.isSameAs(contact))
                    .orElseThrow(() -> new BusinessRefusal(
                            "Cette demande porte un numéro qui a déjà servi. Écartez-la et notez-la de nouveau."));
        }
    }
}
