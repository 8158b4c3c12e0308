package org.capaccueil.survey.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The results of a survey as they stand from a moment on: after a month has ended, or at the end.
 *
 * @param through the last month they cover; null for the whole survey once it is closed
 * @param groups every group, also those that are not shown
 */
public record Release(@Nullable YearMonth through, List<Group> groups) {

    /**
     * The answers of one part of a margin.
     *
     * @param key what the margin calls it
     * @param share null where it is not shown
     */
    public record Group(Margin margin, String key, @Nullable Share share) {

        public boolean isShown() {
            return share != null;
        }
    }

    public Release {
        groups = List.copyOf(groups);
    }

    public Share whole() {
        return of(Margin.WHOLE).stream()
                .flatMap(group -> Optional.ofNullable(group.share()).stream())
                .findFirst()
                .orElseThrow();
    }

    public List<Group> of(Margin margin) {
        return groups.stream().filter(group -> group.margin() == margin).toList();
    }

    /** These parts of a margin as one; nothing where one of them is not shown, or nobody answered in any. */
    Optional<Share> together(Margin margin, Set<String> keys) {
        List<Group> theirs =
                of(margin).stream().filter(group -> keys.contains(group.key())).toList();
        return theirs.stream().allMatch(Group::isShown)
                ? theirs.stream()
                        .flatMap(group -> Optional.ofNullable(group.share()).stream())
                        .reduce(Share::plus)
                : Optional.empty();
    }

    public Optional<Share> share(Margin margin, String key) {
        return of(margin).stream()
                .filter(group -> group.key().equals(key))
                .findFirst()
                .flatMap(group -> Optional.ofNullable(group.share()));
    }
}
