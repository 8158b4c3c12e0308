package org.capaccueil.mystery.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;

/** All an edition of the grid asks for, by moment and then as written. */
public record GridText(List<GridItem> items) {

    private static final int MOST_ITEMS = 60;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public GridText {
        items = items.stream().sorted(Comparator.comparing(GridItem::moment)).toList();
    }

    public Optional<GridItem> item(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /** What is noted in one kind of visit. */
    public List<GridItem> of(VisitKind kind) {
        return items.stream().filter(item -> item.kinds().contains(kind)).toList();
    }

    public Map<Moment, List<GridItem>> byMoment() {
        return byMoment(items);
    }

    static Map<Moment, List<GridItem>> byMoment(List<GridItem> items) {
        return items.stream().collect(Collectors.groupingBy(GridItem::moment, LinkedHashMap::new, Collectors.toList()));
    }

    GridText with(GridItem item) {
        if (items.size() >= MOST_ITEMS) {
            throw new BusinessRefusal(
                    "text", "Une grille a " + MOST_ITEMS + " lignes au plus : retirez-en une d'abord.");
        }
        List<GridItem> all = new ArrayList<>(items);
        all.add(item.coded(freeCode()));
        return new GridText(all);
    }

    GridText changing(GridItem item) {
        item(item.code()).orElseThrow(NotFound::new);
        return new GridText(items.stream()
                .map(one -> one.code().equals(item.code()) ? item : one)
                .toList());
    }

    GridText without(String code) {
        item(code).orElseThrow(NotFound::new);
        return new GridText(
                items.stream().filter(one -> !one.code().equals(code)).toList());
    }

    private String freeCode() {
        int number = 1;
        while (item("I" + number).isPresent()) {
            number++;
        }
        return "I" + number;
    }

    void requireUsable() {
        Arrays.stream(VisitKind.values())
                .filter(kind -> of(kind).stream().noneMatch(item -> item.isScored() && !item.optional()))
                .findFirst()
                .ifPresent(kind -> {
                    throw new BusinessRefusal("Il faut au moins une ligne à points, toujours notée, pour : "
                            + kind.title().toLowerCase(Locale.FRENCH)
                            + ". Sans elle aucun score ne se calcule.");
                });
    }

    String written() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a grid cannot be written", impossible);
        }
    }

    static GridText read(String content) {
        try {
            return MAPPER.readValue(content, GridText.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored grid cannot be read", damaged);
        }
    }
}
