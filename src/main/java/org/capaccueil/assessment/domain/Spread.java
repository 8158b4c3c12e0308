package org.capaccueil.assessment.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Scale;
import org.jspecify.annotations.Nullable;

/**
 * How those who rated alone answered one criterion at one place: how many chose what, never who. It is what an agreement
 * was made on, so it is kept with the agreement and never changes.
 *
 * @param values how many chose each value of the scale; values nobody chose are absent
 * @param notApplicable how many answered « sans objet »
 * @param notRated how many took part in the round and left this one out
 */
public record Spread(SortedMap<Integer, Integer> values, int notApplicable, int notRated) {

    private static final String NOT_APPLICABLE = "N";
    private static final String NOT_RATED = "-";

    /** How far apart the answers are, those to talk about longest first. */
    public enum Kind {
        FAR_APART("Écart fort"),
        LITTLE_APART("Écart faible"),
        INCOMPLETE("Réponses incomplètes"),
        EMPTY("Personne n’a coté"),
        UNANIMOUS("Unanime");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public Spread {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** One answer a person; null for somebody who left this one out. */
    static Spread of(Collection<@Nullable Grade> answers) {
        SortedMap<Integer, Integer> values = new TreeMap<>();
        int notApplicable = 0;
        int notRated = 0;
        for (Grade answer : answers) {
            if (answer == null) {
                notRated++;
            } else if (answer.value() == null) {
                notApplicable++;
            } else {
                values.merge(answer.value(), 1, Integer::sum);
            }
        }
        return new Spread(values, notApplicable, notRated);
    }

    /** « 2:1 3:2 N:1 -:1 », as {@link #code} wrote it. */
    static Spread parse(String code) {
        SortedMap<Integer, Integer> values = new TreeMap<>();
        int notApplicable = 0;
        int notRated = 0;
        for (List<String> part : Arrays.stream(code.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> List.of(part.split(":")))
                .toList()) {
            int count = Integer.parseInt(part.get(1));
            switch (part.get(0)) {
                case NOT_APPLICABLE -> notApplicable = count;
                case NOT_RATED -> notRated = count;
                default -> values.put(Integer.valueOf(part.get(0)), count);
            }
        }
        return new Spread(values, notApplicable, notRated);
    }

    String code() {
        String graded = values.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue() + " ")
                .collect(Collectors.joining());
        return graded + NOT_APPLICABLE + ":" + notApplicable + " " + NOT_RATED + ":" + notRated;
    }

    public int count(int value) {
        return values.getOrDefault(value, 0);
    }

    public int answered() {
        return notApplicable
                + values.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int people() {
        return answered() + notRated;
    }

    /** Null when nobody gave a value. */
    public @Nullable Integer lowest() {
        return values.isEmpty() ? null : values.firstKey();
    }

    public @Nullable Integer highest() {
        return values.isEmpty() ? null : values.lastKey();
    }

    /**
     * From the lowest answer to the highest: in grades of the scale, on a panel in points; 0 when all chose the same.
     */
    public int apart(Scale scale) {
        if (values.isEmpty()) {
            return 0;
        }
        return scale.isPanel()
                ? values.lastKey() - values.firstKey()
                : rank(values.lastKey(), scale) - rank(values.firstKey(), scale);
    }

    /** The most that still is little: one grade, or on a panel what one would be if it were graded. */
    private static int little(Scale scale) {
        return scale.isPanel() ? 100 / Math.max(1, scale.levels().size() - 1) : 1;
    }

    private static int rank(int value, Scale scale) {
        return scale.levels().indexOf(scale.level(value).orElseThrow());
    }

    public Kind kind(Scale scale) {
        if (answered() == 0) {
            return Kind.EMPTY;
        }
        boolean concernedOrNot = notApplicable > 0 && !values.isEmpty();
        if (concernedOrNot || apart(scale) > little(scale)) {
            return Kind.FAR_APART;
        }
        if (values.size() > 1) {
            return Kind.LITTLE_APART;
        }
        return notRated > 0 ? Kind.INCOMPLETE : Kind.UNANIMOUS;
    }

    /** Whether two or more answered, and all of them the same. */
    public boolean isShared() {
        return answered() > 1 && (values.isEmpty() || values.size() == 1 && notApplicable == 0);
    }

    /** Whether this grade needs no explaining: two or more answered it, and nobody anything else. */
    boolean isUndisputed(Grade grade) {
        Integer value = grade.value();
        return isShared() && answered() == (value == null ? notApplicable : count(value));
    }
}
