package org.capaccueil.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two lists of things known by their code, put side by side in the later one's order; what is gone stands where it was.
 * A draft may hold a code twice: the first is then compared with the first, the second with the second.
 */
final class Pairing<T> {

    /**
     * The same thing before and after.
     *
     * @param before null when it is new
     * @param after null when it is gone
     * @param moved whether it changed its place among what both have
     * @param follows what it now comes after, null when it comes first
     */
    record Pair<T>(@Nullable T before, @Nullable T after, boolean moved, @Nullable T follows) {}

    private Pairing() {}

    static <T> List<Pair<T>> of(List<T> before, List<T> after, Function<T, ?> code) {
        Map<String, T> old = keyed(before, code);
        Map<String, T> now = keyed(after, code);
        Set<String> staying = staying(
                old.keySet().stream().filter(now::containsKey).toList(),
                now.keySet().stream().filter(old::containsKey).toList());
        List<Pair<T>> pairs = new ArrayList<>();
        @Nullable T follows = null;
        for (String key : merged(List.copyOf(old.keySet()), List.copyOf(now.keySet()))) {
            T was = old.get(key);
            T is = now.get(key);
            pairs.add(new Pair<>(was, is, was != null && is != null && !staying.contains(key), follows));
            follows = is == null ? follows : is;
        }
        return pairs;
    }

    private static <T> Map<String, T> keyed(List<T> things, Function<T, ?> code) {
        Map<String, T> keyed = new LinkedHashMap<>();
        Map<Object, Integer> seen = new HashMap<>();
        for (T thing : things) {
            Object own = code.apply(thing);
            keyed.put(own + " " + seen.merge(own, 1, Integer::sum), thing);
        }
        return keyed;
    }

    /** The later order, with what is gone after what it came after. */
    private static List<String> merged(List<String> before, List<String> after) {
        List<String> merged = new ArrayList<>(after);
        for (int at = 0; at < before.size(); at++) {
            if (!merged.contains(before.get(at))) {
                merged.add(at == 0 ? 0 : merged.indexOf(before.get(at - 1)) + 1, before.get(at));
            }
        }
        return merged;
    }

    /** A largest set of things in the same order on both sides: only the others moved. */
    private static Set<String> staying(List<String> before, List<String> after) {
        Map<String, Integer> places = new HashMap<>();
        before.forEach(key -> places.put(key, places.size()));
        int[] longest = new int[after.size()];
        int[] previous = new int[after.size()];
        int last = -1;
        for (int at = 0; at < after.size(); at++) {
            longest[at] = 1;
            previous[at] = -1;
            for (int earlier = 0; earlier < at; earlier++) {
                if (places.get(after.get(earlier)) < places.get(after.get(at)) && longest[earlier] + 1 > longest[at]) {
                    longest[at] = longest[earlier] + 1;
                    previous[at] = earlier;
                }
            }
            last = last == -1 || longest[at] > longest[last] ? at : last;
        }
        Set<String> staying = new HashSet<>();
        for (int at = last; at != -1; at = previous[at]) {
            staying.add(after.get(at));
        }
        return staying;
    }
}
