package org.capaccueil.collection.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One line of the collection sheet.
 *
 * @param version what a form has to give back; 0 for a line nobody has filled
 * @param kept null while nobody has filled it
 * @param lastValue what the team's previous evaluation measured
 * @param warnings what is possible but surprising
 */
public record MeasureRow(
        Indicator indicator,
        Channel channel,
        long version,
        @Nullable MeasurementView kept,
        Verdict verdict,
        @Nullable BigDecimal lastValue,
        List<String> warnings,
        @Nullable String measuredBy,
        @Nullable Instant measuredAt) {

    /** « CNT-WAIT-counter »: names the line on its page. */
    public String key() {
        return indicator.code() + "-" + channel.code();
    }

    MeasureRow typedBy(String whom) {
        return new MeasureRow(indicator, channel, version, kept, verdict, lastValue, warnings, whom, measuredAt);
    }

    public boolean isFilled() {
        return kept != null;
    }
}
