package org.capaccueil.collection.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * A team's figures as one person sees them.
 *
 * @param mayEnter whether this person may change them now
 * @param submittedBy null until they are submitted
 * @param surveyUntil the last day of the campaign's survey of residents, null where none is open
 * @param periodStart what the period of a new line is proposed as
 */
public record CollectionSheet(
        EvaluationView evaluation,
        boolean mayEnter,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable LocalDate surveyUntil,
        LocalDate periodStart,
        LocalDate periodEnd,
        List<MeasureRow> rows) {

    public Map<Channel, List<MeasureRow>> byChannel() {
        Map<Channel, List<MeasureRow>> grouped = new LinkedHashMap<>();
        for (Channel channel : Channel.values()) {
            List<MeasureRow> own =
                    rows.stream().filter(row -> row.channel() == channel).toList();
            if (!own.isEmpty()) {
                grouped.put(channel, own);
            }
        }
        return grouped;
    }

    public List<MeasureRow> missing() {
        return rows.stream().filter(row -> !row.isReady()).toList();
    }

    /** Lines the team has left to the commune's own figures. */
    public long known() {
        return rows.stream()
                .filter(row -> !row.isFilled() && row.known() != null)
                .count();
    }

    public long filled() {
        return rows.stream().filter(MeasureRow::isReady).count();
    }

    public MeasureRow row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow(NotFound::new);
    }
}
