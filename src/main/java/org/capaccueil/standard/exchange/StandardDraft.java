package org.capaccueil.standard.exchange;

import static org.capaccueil.standard.exchange.PlainValues.copy;
import static org.capaccueil.standard.exchange.PlainValues.list;
import static org.capaccueil.standard.exchange.PlainValues.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.capaccueil.shared.NotFound;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.exchange.Revision.PartFault;
import org.jspecify.annotations.Nullable;

/**
 * A standard as plain values of the published form, changed part by part and put together again by the rules of files.
 * Each change leaves this one as it was and answers what would come of it.
 */
public final class StandardDraft {

    private final Standard standard;

    private StandardDraft(Standard standard) {
        this.standard = standard;
    }

    public static StandardDraft of(Standard standard) {
        return new StandardDraft(standard);
    }

    /** The values of a part by their keys; none when there is no such part. */
    public Optional<Map<String, Object>> values(PartId id) {
        Tree tree = new Tree(standard);
        return tree.find(id).map(place -> tree.own(id.part(), place));
    }

    /**
     * The standard with other values in a part. A survey that is not there yet begins with them.
     *
     * @throws NotFound when there is no such part
     */
    public Revision with(PartId id, Map<String, Object> values) {
        Tree tree = new Tree(standard);
        if (id.part() == Part.SURVEY && tree.find(id).isEmpty()) {
            tree.root.put("survey", new LinkedHashMap<>());
        }
        Place place = tree.find(id).orElseThrow(NotFound::new);
        id.part().keys().forEach(place.values::remove);
        values.forEach((key, value) -> {
            if (id.part().keys().contains(key)) {
                place.values.put(key, value);
            }
        });
        if (id.part() == Part.SCALE && values.get("code") instanceof String code) {
            tree.rateOn(code, id.code());
        }
        Object theme = id.part() == Part.CRITERION ? place.values.remove("theme") : null;
        if (theme == null) {
            return tree.read(id.part(), place);
        }
        if (tree.find(new PartId(Part.THEME, theme.toString())).isEmpty()) {
            return nowhere(Part.CRITERION);
        }
        return tree.read(id.part(), tree.under(place, theme.toString()));
    }

    /**
     * The standard with a part added behind the others of its kind.
     *
     * @param under the theme of a criterion, by its code
     */
    public Revision adding(Part part, String under, Map<String, Object> values) {
        Tree tree = new Tree(standard);
        List<Object> among = tree.among(part, under).orElse(null);
        if (among == null) {
            return nowhere(part);
        }
        Map<String, Object> added = new LinkedHashMap<>(values);
        added.remove("theme");
        among.add(added);
        return tree.read(part, tree.place(part, under, among.size() - 1));
    }

    /** What the part would stand under was taken out by somebody else while it was being filled in. */
    private Revision nowhere(Part part) {
        return new Revision(
                standard,
                List.of(
                        part == Part.CRITERION
                                ? new PartFault(
                                        "theme", "Ce thème n'est plus dans le brouillon. Choisissez-en un autre.")
                                : new PartFault("", "Le brouillon n'a pas d'enquête. Ajoutez-la d'abord.")));
    }

    /** The standard without a part, and without what stands under it. */
    public Standard without(PartId id) {
        Tree tree = new Tree(standard);
        Place place = tree.find(id).orElseThrow(NotFound::new);
        if (place.among == null) {
            tree.root.remove("survey");
        } else {
            place.among.remove(place.values);
        }
        return tree.whole().standard();
    }

    /**
     * The standard with a part moved among those of its kind.
     *
     * @param by places towards the end, negative towards the beginning; at either end it stays
     */
    public Standard moved(PartId id, int by) {
        Tree tree = new Tree(standard);
        Place place = tree.find(id).orElseThrow(NotFound::new);
        List<Object> among = Objects.requireNonNull(place.among, "a part a standard has once does not move");
        int from = among.indexOf(place.values);
        among.add(Math.max(0, Math.min(among.size() - 1, from + by)), among.remove(from));
        return tree.whole().standard();
    }

    /** Where a part is: its values, those of its kind around it, and the path faults name it by. */
    private record Place(Map<String, Object> values, @Nullable List<Object> among, String path) {}

    private record Whole(Standard standard, List<Fault> faults) {}

    /** A copy of the whole that may be changed. */
    private static final class Tree {

        private final Map<String, Object> root;

        Tree(Standard standard) {
            root = map(copy(StandardTree.of(standard)));
        }

        Optional<Place> find(PartId id) {
            return switch (id.part()) {
                case STANDARD -> Optional.of(new Place(root, null, ""));
                case RULES -> Optional.of(new Place(map(root.get("label_rules")), null, "label_rules"));
                case SURVEY ->
                    root.get("survey") == null
                            ? Optional.empty()
                            : Optional.of(new Place(map(root.get("survey")), null, "survey"));
                case THEME -> in(list(root, "themes"), id.code(), "themes");
                case SCALE -> in(list(root, "scales"), id.code(), "scales");
                case INDICATOR -> in(list(root, "indicators"), id.code(), "indicators");
                case QUESTION ->
                    root.get("survey") == null
                            ? Optional.empty()
                            : in(list(map(root.get("survey")), "questions"), id.code(), "survey.questions");
                case CRITERION -> criterion(id.code());
            };
        }

        private Optional<Place> criterion(String code) {
            List<Object> themes = list(root, "themes");
            for (int i = 0; i < themes.size(); i++) {
                Optional<Place> here = in(list(map(themes.get(i)), "criteria"), code, "themes[" + i + "].criteria");
                if (here.isPresent()) {
                    return here;
                }
            }
            return Optional.empty();
        }

        private static Optional<Place> in(List<Object> all, String code, String path) {
            for (int i = 0; i < all.size(); i++) {
                if (code.equals(map(all.get(i)).get("code"))) {
                    return Optional.of(new Place(map(all.get(i)), all, path + "[" + i + "]"));
                }
            }
            return Optional.empty();
        }

        Optional<List<Object>> among(Part part, String under) {
            return switch (part) {
                case THEME -> Optional.of(list(root, "themes"));
                case SCALE -> Optional.of(list(root, "scales"));
                case INDICATOR -> Optional.of(list(root, "indicators"));
                case CRITERION -> find(new PartId(Part.THEME, under)).map(theme -> list(theme.values, "criteria"));
                case QUESTION -> find(new PartId(Part.SURVEY, "")).map(survey -> list(survey.values, "questions"));
                case STANDARD, RULES, SURVEY -> Optional.empty();
            };
        }

        Place place(Part part, String under, int at) {
            List<Object> among = among(part, under).orElseThrow(NotFound::new);
            String path =
                    switch (part) {
                        case CRITERION ->
                            find(new PartId(Part.THEME, under)).orElseThrow(NotFound::new).path + ".criteria";
                        case QUESTION -> "survey.questions";
                        default -> part.code() + "s";
                    };
            return new Place(map(among.get(at)), among, path + "[" + at + "]");
        }

        /** Themes name their scale by its code, and keep it when that changes. */
        void rateOn(String code, String former) {
            list(root, "themes").stream()
                    .map(PlainValues::map)
                    .filter(theme -> former.equals(theme.get("scale")))
                    .forEach(theme -> theme.put("scale", code));
        }

        /** Puts a criterion behind the others of a theme, if it is not in it already. */
        Place under(Place criterion, String theme) {
            List<Object> there = among(Part.CRITERION, theme).orElseThrow(NotFound::new);
            List<Object> here = Objects.requireNonNull(criterion.among, "a criterion stands among others");
            if (there == here) {
                return criterion;
            }
            here.remove(criterion.values);
            there.add(criterion.values);
            return place(Part.CRITERION, theme, there.size() - 1);
        }

        Map<String, Object> own(Part part, Place place) {
            Map<String, Object> own = new LinkedHashMap<>();
            for (String key : part.keys()) {
                Object value = key.equals("theme") ? themeOf(place) : place.values.get(key);
                if (value != null) {
                    own.put(key, value);
                }
            }
            return own;
        }

        private @Nullable Object themeOf(Place criterion) {
            return list(root, "themes").stream()
                    .map(PlainValues::map)
                    .filter(theme -> theme.get("criteria") == criterion.among)
                    .map(theme -> theme.get("code"))
                    .findFirst()
                    .orElse(null);
        }

        Revision read(Part part, Place place) {
            Whole whole = whole();
            List<PartFault> faults = new ArrayList<>();
            for (Fault fault : whole.faults) {
                if (isOf(fault, part, place.path)) {
                    faults.add(new PartFault(within(fault, place.path), fault.besideField()));
                } else if (takesCodeOf(fault, place)) {
                    faults.add(new PartFault("code", fault.besideField()));
                }
            }
            return new Revision(whole.standard, List.copyOf(faults));
        }

        Whole whole() {
            Faults faults = Faults.ofEveryPart();
            StandardReading reading = StandardReader.read(TreeSource.of(root), faults);
            return new Whole(
                    Objects.requireNonNull(reading.standard(), "values that were a standard still are"),
                    faults.every());
        }

        /** Of two parts with one code, the fault is noted at the second, whichever of them is being filled in. */
        private static boolean takesCodeOf(Fault fault, Place place) {
            return fault.key().equals("code")
                    && place.values.get("code") instanceof String code
                    && fault.owner().endsWith(" " + code);
        }

        /** Whether a fault is about the part's own values and not about a part that stands under it. */
        private static boolean isOf(Fault fault, Part part, String path) {
            if (!(path.isEmpty() || fault.at().equals(path) || fault.at().startsWith(path + "."))) {
                return false;
            }
            String key = within(fault, path).split("[.\\[]")[0];
            return key.isEmpty() ? !path.isEmpty() : part.keys().contains(key);
        }

        private static String within(Fault fault, String path) {
            String rest = fault.at().substring(path.length());
            String at = rest.startsWith(".") ? rest.substring(1) : rest;
            boolean named = fault.key().isEmpty() || at.equals(fault.key()) || at.endsWith("." + fault.key());
            return named ? at : at.isEmpty() ? fault.key() : at + "." + fault.key();
        }
    }
}
