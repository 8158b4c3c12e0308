package org.capaccueil.standard.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.standard.exchange.FieldNames;
import org.capaccueil.standard.exchange.Revision.PartFault;
import org.capaccueil.standard.web.PartField.Input;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A part as it stands in the fields of a page: what is in the draft, or what somebody typed, which is shown again as it
 * was typed until it can be saved.
 */
final class PartForm {

    private static final int SPARE_ROWS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<PartField> fields;
    private final MultiValueMap<String, String> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private PartForm(List<PartField> fields, MultiValueMap<String, String> typed) {
        this.fields = fields;
        this.typed = typed;
    }

    static PartForm typed(List<PartField> fields, MultiValueMap<String, String> typed) {
        return new PartForm(fields, typed);
    }

    static PartForm of(List<PartField> fields, Map<String, Object> values) {
        MultiValueMap<String, String> shown = new LinkedMultiValueMap<>();
        for (PartField field : fields) {
            Object value = at(values, field.path());
            if (field.input() == Input.ROWS && value instanceof List<?> rows) {
                for (int i = 0; i < rows.size(); i++) {
                    Map<?, ?> row = (Map<?, ?>) rows.get(i);
                    for (PartField column : field.columns()) {
                        shown.put(cell(field, i, column), texts(column, row.get(column.path())));
                    }
                }
            } else {
                shown.put(field.path(), texts(field, value));
            }
        }
        return new PartForm(fields, shown);
    }

    public List<PartField> fields() {
        return fields;
    }

    /** What most people fill in. */
    public List<PartField> plain() {
        return fields.stream().filter(field -> !isFurther(field)).toList();
    }

    /** What few people need, shown folded. */
    public List<PartField> further() {
        return fields.stream().filter(PartForm::isFurther).toList();
    }

    public boolean furtherInUse() {
        return further().stream().anyMatch(field -> !text(field.path()).isEmpty() || errors.containsKey(field.path()));
    }

    private static boolean isFurther(PartField field) {
        return !field.needed() && field.path().contains(".");
    }

    /** What the element of a field is called on the page. */
    public String id(String name) {
        return name.replaceAll("[\\[\\].]+", "-");
    }

    public String text(String name) {
        String text = typed.getFirst(name);
        return text == null ? "" : text;
    }

    /** The second of two numbers. */
    public String second(String name) {
        List<String> all = typed.get(name);
        return all == null || all.size() < 2 ? "" : all.get(1);
    }

    public boolean has(String name, String option) {
        return typed.getOrDefault(name, List.of()).contains(option);
    }

    /** As many rows as are filled in, and some to add to. */
    public int rows(PartField field) {
        int filled = 0;
        while (hasRow(field, filled)) {
            filled++;
        }
        return filled + (typed.containsKey("spare") ? 0 : SPARE_ROWS);
    }

    private boolean hasRow(PartField field, int row) {
        return field.columns().stream().anyMatch(column -> typed.containsKey(cell(field, row, column)));
    }

    public static String cell(PartField field, int row, PartField column) {
        return field.path() + "[" + row + "]." + column.path();
    }

    public Map<String, String> errors() {
        return errors;
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** Ties what is wrong to the fields it is about; rows that are empty do not count where faults count them. */
    PartForm faulted(List<PartFault> faults) {
        for (PartFault fault : faults) {
            errors.merge(shownAt(fault.field()), asTitled(fault), (one, other) -> one + " " + other);
        }
        return this;
    }

    /** The sentence with the value called what the page calls it. */
    private String asTitled(PartFault fault) {
        return fields.stream()
                .filter(field -> fault.field().startsWith(field.path() + "["))
                .flatMap(field -> field.columns().stream())
                .filter(column -> fault.field().endsWith("]." + column.path()))
                .reduce(
                        fault.sentence(),
                        (sentence, column) -> sentence.replace(
                                "« " + FieldNames.title(column.key()) + " »", "« " + column.title() + " »"),
                        (one, other) -> other);
    }

    private String shownAt(String path) {
        for (PartField field : fields) {
            if (field.input() == Input.ROWS && path.startsWith(field.path() + "[")) {
                int row = Integer.parseInt(path.substring(field.path().length() + 1, path.indexOf(']')));
                return field.path() + "[" + filledRows(field).get(row) + "]" + path.substring(path.indexOf(']') + 1);
            }
            if (path.equals(field.path()) || path.startsWith(field.path() + "[")) {
                return field.path();
            }
        }
        return path;
    }

    private List<Integer> filledRows(PartField field) {
        List<Integer> filled = new ArrayList<>();
        for (int row = 0; hasRow(field, row); row++) {
            int at = row;
            if (field.columns().stream()
                    .anyMatch(column -> !text(cell(field, at, column)).isBlank())) {
                filled.add(row);
            }
        }
        return filled;
    }

    /**
     * What was typed as values of the published form.
     *
     * @param known the values before: a list nobody touched stays as it was
     */
    Map<String, Object> values(Map<String, Object> known) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (PartField field : fields) {
            Object value = field.input() == Input.ROWS ? rowValues(field) : value(field, field.path());
            Object before = at(known, field.path());
            if (before != null && saysTheSame(field, before)) {
                value = before;
            }
            put(values, field.path(), value);
        }
        return values;
    }

    /** Whether a list was left as it was, whatever a page cannot show of it: an order, a line break in a text. */
    private boolean saysTheSame(PartField field, Object before) {
        return switch (field.input()) {
            case LINES -> texts(field, before).equals(List.of(text(field.path()).replace("\r\n", "\n")));
            case CHOICES ->
                Set.copyOf(texts(field, before)).equals(Set.copyOf(typed.getOrDefault(field.path(), List.of())));
            default -> false;
        };
    }

    private @Nullable Object rowValues(PartField field) {
        List<Object> rows = new ArrayList<>();
        for (int row : filledRows(field)) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (PartField column : field.columns()) {
                put(values, column.path(), value(column, cell(field, row, column)));
            }
            rows.add(values);
        }
        return rows.isEmpty() ? null : rows;
    }

    private @Nullable Object value(PartField field, String name) {
        String text = text(name).replace("\r\n", "\n").strip();
        return switch (field.input()) {
            case LINE, TEXT, CHOICE -> text.isEmpty() ? null : text;
            case NUMBER -> text.isEmpty() ? null : number(text);
            case PERCENT -> text.isEmpty() ? null : share(number(text));
            case FLAG -> has(name, "true");
            case CHOICES -> {
                List<String> chosen = List.copyOf(typed.getOrDefault(name, List.of()));
                yield chosen.isEmpty() ? null : chosen;
            }
            case LINES -> {
                List<String> lines = text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
                yield lines.isEmpty() ? null : lines;
            }
            case RANGE -> {
                List<Object> both = typed.getOrDefault(name, List.of()).stream()
                        .filter(one -> !one.isBlank())
                        .map(PartForm::number)
                        .toList();
                yield both.isEmpty() ? null : both;
            }
            case ROWS -> throw new IllegalArgumentException("rows hold no rows");
        };
    }

    /** The number somebody wrote the French way or the other; whatever else it is goes on as it is, to be refused. */
    static Object number(String text) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return plain.matches("-?\\d{1,12}(\\.\\d{1,12})?") ? new BigDecimal(plain) : text;
    }

    private static Object share(Object percent) {
        return percent instanceof BigDecimal number ? number.movePointLeft(2).stripTrailingZeros() : percent;
    }

    private static @Nullable Object at(@Nullable Object values, String path) {
        Object found = values;
        for (String step : path.split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> values, String path, @Nullable Object value) {
        if (value == null) {
            return;
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            values.put(path, value);
        } else {
            put(
                    (Map<String, Object>) values.computeIfAbsent(path.substring(0, dot), none -> new LinkedHashMap<>()),
                    path.substring(dot + 1),
                    value);
        }
    }

    private static List<String> texts(PartField field, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> all) {
            List<String> texts = all.stream().map(String::valueOf).toList();
            return field.input() == Input.LINES ? List.of(texts.stream().collect(Collectors.joining("\n"))) : texts;
        }
        if (field.input() == Input.PERCENT && value instanceof BigDecimal share) {
            return List.of(plain(share.multiply(HUNDRED)));
        }
        return Arrays.asList(value instanceof BigDecimal number ? plain(number) : value.toString());
    }

    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return (shortest.scale() < 0 ? shortest.setScale(0) : shortest)
                .toPlainString()
                .replace('.', ',');
    }
}
