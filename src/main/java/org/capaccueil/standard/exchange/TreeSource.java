package org.capaccueil.standard.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capaccueil.standard.exchange.Source.Fields;
import org.capaccueil.standard.exchange.Source.Items;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;
import org.jspecify.annotations.Nullable;

/** Turns a tree of plain values into a source whose places are paths, « themes[0].weight »: what is edited on a page has no lines. */
final class TreeSource {

    private TreeSource() {}

    static Source of(@Nullable Object value) {
        return of(value, "");
    }

    private static Source of(@Nullable Object value, String at) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Source> all = new LinkedHashMap<>();
            map.forEach((name, part) ->
                    all.put(String.valueOf(name), of(part, at.isEmpty() ? "" + name : at + "." + name)));
            return new Fields(all, at);
        }
        if (value instanceof List<?> list) {
            List<Source> all = new ArrayList<>();
            list.forEach(part -> all.add(of(part, at + "[" + all.size() + "]")));
            return new Items(all, at);
        }
        if (value == null) {
            return new Scalar(Type.NOTHING, "", at);
        }
        Type type = value instanceof Number ? Type.NUMBER : value instanceof Boolean ? Type.FLAG : Type.TEXT;
        return new Scalar(type, value instanceof BigDecimal exact ? exact.toPlainString() : value.toString(), at);
    }
}
