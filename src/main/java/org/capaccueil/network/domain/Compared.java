package org.capaccueil.network.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.capaccueil.label.PublishedResults.Result;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.StandardVersionId;
import org.jspecify.annotations.Nullable;

/**
 * The published results of one year on one version of a standard: every consenting commune that has any, and never a
 * choice of them, since two choices that differ by one commune would tell its score.
 *
 * @param teams over all communes
 * @param themes by the code of the theme
 */
public record Compared(
        StandardVersionId standard,
        int year,
        int teams,
        Figure total,
        Map<String, Figure> themes,
        Map<Channel, Figure> channels) {

    private record Group(StandardVersionId standard, int year) {}

    /**
     * What a reader may see of the results, the latest year first; what stands on too few communes is left out whole, so
     * that not even its existence tells who published what.
     *
     * @param results of consenting communes, the latest of each first; a commune counts once a year
     */
    static List<Compared> of(List<Result> results, Viewer viewer) {
        Map<Group, Map<CommuneId, Result>> groups = new LinkedHashMap<>();
        results.forEach(result -> groups.computeIfAbsent(
                        new Group(result.standard(), result.periodEnd().getYear()), group -> new LinkedHashMap<>())
                .putIfAbsent(result.commune(), result));
        List<Compared> compared = new ArrayList<>();
        groups.forEach((group, members) -> of(group, members, viewer).ifPresent(compared::add));
        return compared;
    }

    private static Optional<Compared> of(Group group, Map<CommuneId, Result> members, Viewer viewer) {
        Figure total = figure(members, viewer, Result::total);
        if (!total.isShown()) {
            return Optional.empty();
        }
        Map<String, Figure> themes = new LinkedHashMap<>();
        members.values().stream()
                .flatMap(result -> result.themes().keySet().stream())
                .distinct()
                .forEach(code -> themes.put(
                        code, figure(members, viewer, result -> result.themes().get(code))));
        Map<Channel, Figure> channels = new LinkedHashMap<>();
        Arrays.stream(Channel.values())
                .filter(channel -> members.values().stream()
                        .anyMatch(result -> result.channels().containsKey(channel)))
                .forEach(channel -> channels.put(channel, figure(members, viewer, result -> result.channels()
                        .get(channel))));
        return Optional.of(new Compared(
                group.standard(),
                group.year(),
                members.values().stream().mapToInt(Result::teams).sum(),
                total,
                themes,
                channels));
    }

    private static Figure figure(
            Map<CommuneId, Result> members, Viewer viewer, Function<Result, @Nullable BigFraction> score) {
        Map<CommuneId, BigFraction> scores = new HashMap<>();
        members.forEach((commune, result) -> {
            BigFraction found = score.apply(result);
            if (found != null) {
                scores.put(commune, found);
            }
        });
        return Figure.of(scores, viewer);
    }
}
