package org.capaccueil.mystery.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.FreeText;
import org.capaccueil.shared.PublicTime;
import org.jspecify.annotations.Nullable;

/**
 * What a wave is to be.
 *
 * @param perPlace how many visits each channel of a point gets
 * @param peaks hours nobody observes in, as they are typed
 */
public record WavePlan(
        String title,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Integer perPlace,
        String peaks,
        Set<Spot> asked,
        Set<UUID> scenarios) {

    static final int LONGEST_TITLE = 120;
    static final int LONGEST_DAYS = 366;
    static final int MOST_VISITS = 30;

    /** A channel of a point. */
    public record Spot(UUID point, Channel channel) {}

    public WavePlan {
        title = title.strip();
        peaks = peaks.strip();
        asked = Set.copyOf(asked);
        scenarios = Set.copyOf(scenarios);
    }

    /** Refuses what cannot be planned, at the field that is at fault. */
    void requireSound(LocalDate today) {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new BusinessRefusal("title", "Donnez un titre de " + LONGEST_TITLE + " caractères au plus.");
        }
        FreeText.requireNobody("title", title);
        if (firstDay == null) {
            throw new BusinessRefusal("firstDay", "Donnez le premier jour de la vague.");
        }
        if (lastDay == null || lastDay.isBefore(firstDay) || lastDay.isBefore(today)) {
            throw new BusinessRefusal("lastDay", "Donnez un dernier jour qui n'est ni passé ni avant le premier.");
        }
        if (lastDay.isAfter(firstDay.plusDays(LONGEST_DAYS))) {
            throw new BusinessRefusal("lastDay", "Une vague dure un an au plus : rapprochez le dernier jour.");
        }
        if (perPlace == null || perPlace < 1 || perPlace > MOST_VISITS) {
            throw new BusinessRefusal(
                    "perPlace", "Donnez de 1 à " + MOST_VISITS + " observations par canal de chaque point.");
        }
        PeakHours.of(peaks);
        if (asked.isEmpty()) {
            throw new BusinessRefusal("asked", "Cochez au moins un canal d'un point d'accueil.");
        }
        if (scenarios.isEmpty()) {
            throw new BusinessRefusal("scenarios", "Cochez au moins un scénario.");
        }
    }

    String inWords() {
        return title + ", du " + PublicTime.inWords(Objects.requireNonNull(firstDay)) + " au "
                + PublicTime.inWords(Objects.requireNonNull(lastDay)) + ", " + asked.size() + " canal(aux), " + perPlace
                + " observation(s) chacun" + (peaks.isEmpty() ? "" : ", hors " + peaks);
    }
}
