package org.capaccueil.standard;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every way to change exactly one thing in a record of records, found by looking at its components: what a component
 * added later holds is varied without anybody thinking of it.
 */
final class Variants {

    /** The record with one thing changed, and where. */
    record Variant<T>(String where, T value) {

        <R> Variant<R> within(String name, Function<T, R> whole) {
            return new Variant<>(name + (where.isEmpty() ? "" : "." + where), whole.apply(value));
        }
    }

    private Variants() {}

    static <T extends Record> List<Variant<T>> of(T whole) {
        List<Variant<T>> variants = new ArrayList<>();
        RecordComponent[] components = whole.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> read(component, whole))
                .toArray();
        for (int at = 0; at < components.length; at++) {
            int place = at;
            for (Variant<Object> value : ofValue(values[at], components[at].getGenericType())) {
                variants.add(value.within(components[at].getName(), one -> {
                    Object[] changed = values.clone();
                    changed[place] = one;
                    return build(whole, changed);
                }));
            }
        }
        return variants;
    }

    private static List<Variant<Object>> ofValue(@Nullable Object value, Type type) {
        if (value == null) {
            return type == String.class
                    ? List.of(new Variant<>("said", "dit"))
                    : type == Integer.class ? List.of(new Variant<>("said", 7)) : List.of();
        }
        if (value instanceof String text) {
            return List.of(new Variant<>("", text + " autrement"));
        }
        if (value instanceof Integer number) {
            return List.of(new Variant<>("", number + 1));
        }
        if (value instanceof Boolean fact) {
            return List.of(new Variant<>("", !fact));
        }
        if (value instanceof BigDecimal number) {
            return List.of(new Variant<>("", number.add(new BigDecimal("0.01"))));
        }
        if (value instanceof Enum<?> one) {
            return Arrays.stream(one.getDeclaringClass().getEnumConstants())
                    .filter(other -> other != one)
                    .map(other -> new Variant<Object>(((Enum<?>) other).name(), other))
                    .toList();
        }
        if (value instanceof Record inner) {
            return Variants.of(inner).stream()
                    .map(variant -> variant.within("", one -> (Object) one))
                    .toList();
        }
        if (value instanceof List<?> list) {
            return ofList(list, type);
        }
        if (value instanceof Set<?> set) {
            return ofSet(set, type);
        }
        if (value instanceof Map<?, ?> map) {
            return ofMap(map, type);
        }
        throw new AssertionError("say how a " + value.getClass() + " is varied");
    }

    private static List<Variant<Object>> ofList(List<?> list, Type type) {
        List<Variant<Object>> variants = new ArrayList<>();
        Type inner = ((ParameterizedType) type).getActualTypeArguments()[0];
        for (int at = 0; at < list.size(); at++) {
            int place = at;
            variants.add(new Variant<>("[" + at + "] gone", changed(list, all -> all.remove(place))));
            variants.add(new Variant<>("[" + at + "] twice", changed(list, all -> all.add(place, list.get(place)))));
            for (int to = at + 1; to < list.size(); to++) {
                int other = to;
                variants.add(new Variant<>(
                        "[" + at + "] after [" + to + "]", changed(list, all -> all.add(other, all.remove(place)))));
            }
            for (Variant<Object> one : ofValue(list.get(at), inner)) {
                variants.add(one.within("[" + at + "]", value -> changed(list, all -> all.set(place, value))));
            }
        }
        return variants.stream()
                .filter(variant -> !variant.value().equals(list))
                .toList();
    }

    private static Object changed(List<?> list, java.util.function.Consumer<List<Object>> change) {
        List<Object> all = new ArrayList<>(list);
        change.accept(all);
        return List.copyOf(all);
    }

    private static List<Variant<Object>> ofSet(Set<?> set, Type type) {
        List<Variant<Object>> variants = new ArrayList<>();
        for (Object constant : ((Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0]).getEnumConstants()) {
            Set<Object> other = new LinkedHashSet<>(set);
            if (!other.remove(constant)) {
                other.add(constant);
            }
            variants.add(new Variant<>("with or without " + constant, Set.copyOf(other)));
        }
        return variants;
    }

    private static List<Variant<Object>> ofMap(Map<?, ?> map, Type type) {
        List<Variant<Object>> variants = new ArrayList<>();
        for (Object key : ((Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0]).getEnumConstants()) {
            Map<Object, Object> other = new LinkedHashMap<>(map);
            if (other.remove(key) == null) {
                other.put(key, BigDecimal.TEN);
            } else {
                Map<Object, Object> more = new LinkedHashMap<>(map);
                more.merge(key, BigDecimal.ONE, (was, one) -> ((BigDecimal) was).add((BigDecimal) one));
                variants.add(new Variant<>("other " + key, Map.copyOf(more)));
            }
            variants.add(new Variant<>("with or without " + key, Map.copyOf(other)));
        }
        return variants;
    }

    private static @Nullable Object read(RecordComponent component, Record whole) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> T build(T like, Object[] values) {
        try {
            Constructor<?> constructor = like.getClass()
                    .getDeclaredConstructor(Arrays.stream(like.getClass().getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return (T) constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
