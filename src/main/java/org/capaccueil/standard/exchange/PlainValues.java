package org.capaccueil.standard.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The maps and lists the published form is made of. */
final class PlainValues {

    private PlainValues() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    /** A list under its key; an empty one that is there from now on when there was none. */
    @SuppressWarnings("unchecked")
    static List<Object> list(Map<String, Object> values, String key) {
        return (List<Object>) values.computeIfAbsent(key, none -> new ArrayList<>());
    }

    /** All the way down, and free to be changed. */
    static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, part) -> copy.put(String.valueOf(key), copy(part)));
            return copy;
        }
        if (value instanceof Collection<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(part -> copy.add(copy(part)));
            return copy;
        }
        return value;
    }
}
