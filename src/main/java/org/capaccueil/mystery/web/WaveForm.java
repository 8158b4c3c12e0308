package org.capaccueil.mystery.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.mystery.domain.WavePlan;
import org.capaccueil.mystery.domain.WavePlan.Spot;
import org.capaccueil.mystery.domain.WaveReading.Sheet;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TypedNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to prepare a wave.
 *
 * @param asked channels of points, « point|CHANNEL »
 */
record WaveForm(
        @Nullable String title,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String perPlace,
        @Nullable String peaks,
        @Nullable Set<String> asked,
        @Nullable Set<UUID> scenarios) {

    static WaveForm of(Sheet sheet) {
        return new WaveForm(
                sheet.wave().title(),
                sheet.wave().firstDay(),
                sheet.wave().lastDay(),
                Integer.toString(sheet.wave().perPlace()),
                sheet.wave().peaks(),
                sheet.asked(),
                sheet.chosen());
    }

    WavePlan plan() {
        return new WavePlan(
                title == null ? "" : title,
                firstDay,
                lastDay,
                TypedNumber.whole("perPlace", perPlace),
                peaks == null ? "" : peaks,
                asked == null
                        ? Set.of()
                        : asked.stream()
                                .filter(Objects::nonNull)
                                .map(WaveForm::spot)
                                .collect(Collectors.toSet()),
                scenarios == null
                        ? Set.of()
                        : scenarios.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static Spot spot(String typed) {
        String[] both = typed.split("\\|");
        try {
            return new Spot(UUID.fromString(both[0]), Channel.valueOf(both[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException madeUp) {
            throw new BusinessRefusal("asked", "Choisissez de nouveau les points et les canaux : la liste a changé.");
        }
    }
}
