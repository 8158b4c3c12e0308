package org.capaccueil.label.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Standard;

/**
 * How much of what the standard wants measured was measured. An indicator counts once per channel the team opens; a
 * figure said to be unavailable is not measured, one on a small base is.
 *
 * @param missing « TEL-ANSWER Taux de décroché (Téléphone) », in the standard's order
 */
record IndicatorCoverage(int required, int measured, List<String> missing) {

    private record Pair(String indicator, Channel channel) {}

    static IndicatorCoverage of(Standard standard, Set<Channel> channels, List<MeasurementView> measurements) {
        Set<Pair> measured = measurements.stream()
                .filter(one -> one.value() != null)
                .map(one -> new Pair(one.indicator(), one.channel()))
                .collect(Collectors.toSet());
        int required = 0;
        List<String> missing = new ArrayList<>();
        for (Indicator indicator : standard.indicators()) {
            for (Channel channel : Channel.values()) {
                if (indicator.channels().contains(channel) && channels.contains(channel)) {
                    required++;
                    if (!measured.contains(new Pair(indicator.code(), channel))) {
                        missing.add(indicator.code() + " " + indicator.titleFr() + " (" + channel.title() + ")");
                    }
                }
            }
        }
        return new IndicatorCoverage(required, required - missing.size(), List.copyOf(missing));
    }

    /** 0 to 1; nothing required is all there. */
    BigFraction share() {
        return required == 0 ? BigFraction.ONE : BigFraction.of(measured, required);
    }
}
