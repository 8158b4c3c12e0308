package org.capaccueil.mystery.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capaccueil.mystery.domain.OwnVisits.MyVisit;
import org.jspecify.annotations.Nullable;

/**
 * A visit as its observer sees it.
 *
 * @param items the lines of the grid for this kind of visit
 * @param version what a form that changes it has to give back
 */
public record VisitSheet(
        MyVisit visit,
        WaveView wave,
        ScenarioText script,
        List<GridItem> items,
        Map<String, Rating> noted,
        String remark,
        @Nullable Instant savedAt,
        @Nullable String notDoneBecause,
        long version) {

    public Map<Moment, List<GridItem>> byMoment() {
        return GridText.byMoment(items);
    }

    public boolean isOpen() {
        return visit.status() == VisitStatus.STARTED && wave.isUnderway();
    }

    public boolean isPlanned() {
        return visit.status() == VisitStatus.PLANNED && wave.isUnderway();
    }

    /** What was noted of an item, as a form sends it; empty where nothing is. */
    public String typed(String item) {
        return Optional.ofNullable(noted.get(item)).map(Rating::typed).orElse("");
    }

    /** Without these it cannot be handed in. */
    public List<GridItem> missing() {
        return items.stream()
                .filter(item -> !noted.containsKey(item.code()))
                .filter(item -> item.isScored() || !item.optional())
                .toList();
    }

    public long filled() {
        return items.stream().filter(item -> noted.containsKey(item.code())).count();
    }
}
