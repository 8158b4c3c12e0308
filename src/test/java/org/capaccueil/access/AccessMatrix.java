package org.capaccueil.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The matrix as {@code src/docs/access.md} has it: its tables are the only source. */
record AccessMatrix(Map<String, Rule> rules, Map<Route, Rule> routes) {

    static final Path PAGE = Path.of("src", "docs", "access.md");

    /** A column of the matrix. */
    enum Column {
        MANAGER,
        LEAD,
        AGENT,
        AUDITOR_OF_IT,
        OTHER_AUDITOR,
        LEADERSHIP,
        OBSERVER,
        OPERATOR,
        NO_ROLE
    }

    /** What becomes of an action once its thing has ended. */
    enum Ended {
        READABLE,
        CLOSED,
        NEVER
    }

    /** One action, with who may do it to whose. */
    record Rule(String action, String when, Ended ended, Map<Column, Cell> cells) {

        Cell cell(Set<Column> columns) {
            return columns.stream().map(cells::get).reduce(Cell::and).orElseThrow();
        }

        /** Whether this action is about the installation or the network, and not about what belongs to a commune. */
        boolean isNobodysInParticular() {
            return cells.values().stream().anyMatch(Cell::isBeyondTheCommune);
        }
    }

    static AccessMatrix written() {
        try {
            return of(Files.readString(PAGE));
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    static AccessMatrix of(String page) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Map<Route, Rule> routes = new LinkedHashMap<>();
        for (String line : page.split("\n")) {
            List<String> cells = cells(line);
            if (cells.size() == Column.values().length + 3 && !cells.get(0).equals("Action") && !isRuler(cells)) {
                Rule rule = rule(cells);
                if (rules.put(rule.action(), rule) != null) {
                    throw new IllegalArgumentException("two lines for « " + rule.action() + " »");
                }
            }
            if (cells.size() == 2 && cells.get(0).matches("`[A-Z]+ /.*`")) {
                Route route = Route.of(cells.get(0).replace("`", ""));
                Rule rule = rules.get(cells.get(1));
                if (rule == null) {
                    throw new IllegalArgumentException(route + ": no action « " + cells.get(1) + " »");
                }
                if (routes.put(route, rule) != null) {
                    throw new IllegalArgumentException("two lines for " + route);
                }
            }
        }
        return new AccessMatrix(rules, routes);
    }

    private static List<String> cells(String line) {
        return line.startsWith("| ")
                ? Arrays.stream(line.substring(1).strip().split("\\|"))
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    private static boolean isRuler(List<String> cells) {
        return cells.get(0).startsWith("---");
    }

    private static Rule rule(List<String> cells) {
        Map<Column, Cell> reach = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            reach.put(column, Cell.of(cells.get(3 + column.ordinal())));
        }
        Ended ended = cells.get(2).equals("–")
                ? Ended.NEVER
                : Ended.valueOf(cells.get(2).toUpperCase(java.util.Locale.ROOT));
        return new Rule(cells.get(0), cells.get(1), ended, reach);
    }

    /** What is wrong between this page and the routes there are. */
    List<String> differences(Set<Route> there) {
        List<String> found = new ArrayList<>();
        there.stream()
                .filter(route -> !routes.containsKey(route))
                .forEach(route -> found.add(route + " is not in the matrix"));
        routes.keySet().stream()
                .filter(route -> !there.contains(route))
                .forEach(route -> found.add(route + " is in the matrix and nowhere else"));
        rules.values().stream()
                .filter(rule -> !routes.containsValue(rule))
                .forEach(rule -> found.add("« " + rule.action() + " » has no route"));
        return List.copyOf(new TreeSet<>(found));
    }

    List<Map.Entry<Route, Rule>> open(String stage) {
        return routes.entrySet().stream()
                .filter(line -> line.getValue().when().equals(stage))
                .collect(Collectors.toList());
    }
}
