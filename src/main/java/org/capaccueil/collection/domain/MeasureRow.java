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
 * @param known what the commune's own figures say, null where they say nothing or the data are frozen
 * @param takenOver whether it was taken from them when the data were frozen
 * @param lastValue what the team's previous evaluation measured
 * @param warnings what is possible but surprising
 */
public record MeasureRow(
        Indicator indicator,
        Channel channel,
        long version,
        @Nullable MeasurementView kept,
        @Nullable Known known,
        boolean takenOver,
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
        return new MeasureRow(
                indicator, channel, version, kept, known, takenOver, verdict, lastValue, warnings, whom, measuredAt);
    }

    /**
     * What the commune's own figures say.
     *
     * @param sentence « 85,2 % (852 sur 1000) »
     * @param period « du 1er janvier 2027 au 31 mars 2027 »
     */
    public record Known(String sentence, String period, String source, Verdict verdict) {}

    public boolean isFilled() {
        return kept != null;
    }

    /** Whether it has a figure when the data are frozen: the team's, or else the commune's. */
    public boolean isReady() {
        return kept != null || known != null;
    }
}
