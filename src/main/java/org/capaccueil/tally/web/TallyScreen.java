package org.capaccueil.tally.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.capaccueil.shared.Channel;
import org.capaccueil.tally.domain.ChoiceView;
import org.capaccueil.tally.domain.Outcome;
import org.capaccueil.tally.domain.TallyDesk.Place;
import org.capaccueil.tally.domain.TallyDesk.Screen;
import org.jspecify.annotations.Nullable;

/**
 * The screen to tap on, with its keys.
 *
 * @param account whose queue the browser keeps, without saying who that is
 * @param stand where one receives now; null when the teams have no point
 */
record TallyScreen(
        String account,
        List<Stand> stands,
        @Nullable Stand stand,
        List<Key> subjects,
        List<OutcomeKey> outcomes,
        List<Key> orientations) {

    /** A channel of a point: where a contact is noted. */
    record Stand(UUID point, String pointName, String teamName, Channel channel, long today) {

        public String name() {
            return pointName + " · " + channel.title();
        }
    }

    /**
     * A button.
     *
     * @param value what is sent
     * @param key the key of the keyboard, empty where there is none left
     */
    record Key(String value, String label, String key, boolean chosen) {}

    /** The button of an outcome, with its sign. */
    record OutcomeKey(String value, String label, String key, String icon) {}

    private static final Map<Outcome, String> KEYS =
            Map.of(Outcome.ANSWERED, "R", Outcome.APPOINTMENT, "V", Outcome.CALL_BACK, "A", Outcome.CAME_BACK, "D");

    private static final Map<Outcome, String> ICONS = Map.of(
            Outcome.ANSWERED, "check-circle",
            Outcome.APPOINTMENT, "calendar",
            Outcome.CALL_BACK, "channel-phone",
            Outcome.CAME_BACK, "repeat");

    static TallyScreen of(
            String account,
            Screen screen,
            Map<UUID, Long> today,
            @Nullable UUID point,
            @Nullable Channel channel,
            @Nullable UUID subject) {
        List<Stand> stands = screen.places().stream()
                .flatMap(place -> place.channels().stream().map(open -> stand(place, open, today)))
                .toList();
        return new TallyScreen(
                account,
                stands,
                chosen(stands, point, channel),
                keys(screen.subjects(), subject),
                outcomeKeys(),
                keys(screen.orientations(), null));
    }

    private static Stand stand(Place place, Channel channel, Map<UUID, Long> today) {
        return new Stand(place.point(), place.name(), place.teamName(), channel, today.getOrDefault(place.point(), 0L));
    }

    /** The one asked for; else the first of the point, else the first there is. */
    private static @Nullable Stand chosen(List<Stand> stands, @Nullable UUID point, @Nullable Channel channel) {
        List<Stand> nearest = new ArrayList<>(stands);
        nearest.sort(
                Comparator.comparing(stand -> stand.point().equals(point) ? stand.channel() == channel ? 0 : 1 : 2));
        return nearest.isEmpty() ? null : nearest.get(0);
    }

    private static List<Key> keys(List<ChoiceView> choices, @Nullable UUID chosen) {
        return IntStream.range(0, choices.size())
                .mapToObj(at -> new Key(
                        choices.get(at).id().toString(),
                        choices.get(at).label(),
                        at < 9 ? String.valueOf(at + 1) : at == 9 ? "0" : "",
                        choices.get(at).id().equals(chosen)))
                .toList();
    }

    private static List<OutcomeKey> outcomeKeys() {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome != Outcome.ORIENTED)
                .map(outcome -> new OutcomeKey(
                        outcome.name(),
                        outcome.title(),
                        Objects.requireNonNull(KEYS.get(outcome)),
                        Objects.requireNonNull(ICONS.get(outcome))))
                .toList();
    }
}
