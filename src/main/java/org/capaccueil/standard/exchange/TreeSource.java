package org.capaccueil.standard.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capaccueil.standard.exchange.Source.Fields;
import org.capaccueil.standard.exchange.Source.Items;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;
import org.jspecify.annotations.Nullable;

/** Turns a tree of plain values into a source that names no place: what is edited on a page has no lines. */
final class TreeSource {

    private TreeSource() {}

    static Source of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Source> all = new LinkedHashMap<>();
            map.forEach((name, part) -> all.put(String.valueOf(name), of(part)));
            return new Fields(all, "");
        }
        if (value instanceof List<?> list) {
            List<Source> all = new ArrayList<>();
            list.forEach(part -> all.add(of(part)));
            return new Items(all, "");
        }
        if (value == null) {
            return new Scalar(Type.NOTHING, "", "");
        }
        Type type = value instanceof Number ? Type.NUMBER : value instanceof Boolean ? Type.FLAG : Type.TEXT;
        return new Scalar(
                type, value instanceof java.math.BigDecimal exact ? exact.toPlainString() : value.toString(), "");
    }
}
