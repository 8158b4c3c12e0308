package org.capaccueil.label.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Applicability;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Criterion.Scope;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.TeamScope;
import org.capaccueil.standard.Theme;

/**
 * A standard and a team's ratings as a line of text. A criterion is written « code weight flags: place grade, … » with M
 * mandatory, O rated once for the organisation; criteria of a theme are joined by « ; », themes by « | » after their
 * weight. « [counter] » before them says which channels the team opens; without it, those that are graded. Grades are the
 * values of the scale, N not applicable, - not rated.
 */
final class HandWritten {

    static final Scale FOUR = new Scale(
            "four",
            Scale.Kind.GRADES,
            List.of(
                    new Scale.Level(0, 0, "Absent"),
                    new Scale.Level(1, 40, "Partiel"),
                    new Scale.Level(2, 80, "Conforme"),
                    new Scale.Level(3, 100, "Maîtrisé")),
            List.of(),
            60,
            true);
    static final Scale PANEL = panel("panel", List.of());
    static final Scale PHASES = panel("phases", List.of(Place.PLAN, Place.DO, Place.CHECK, Place.ACT));
    static final Scale RESULTS = panel("results", List.of(Place.TREND, Place.TARGET));

    private HandWritten() {}

    static ScoreSheet sheet(String file, Scale scale) {
        Ratings ratings = new Ratings();
        for (Line line : lines(file)) {
            line.grades().forEach((place, grade) -> {
                if (!grade.equals("-")) {
                    ratings.put(
                            line.code(),
                            place,
                            grade.equals("N") ? Grade.notApplicable("raison") : Grade.of(Integer.parseInt(grade)));
                }
            });
        }
        return ScoreSheet.of(standard(file, scale), new TeamScope(open(file), true), ratings);
    }

    private static Set<Channel> open(String file) {
        Stream<Place> places = file.startsWith("[")
                ? Arrays.stream(file.substring(1, file.indexOf(']')).split(" ")).map(HandWritten::place)
                : lines(file).stream().flatMap(line -> line.grades().keySet().stream());
        Set<Channel> open = EnumSet.noneOf(Channel.class);
        places.map(Place::channel).filter(Objects::nonNull).forEach(open::add);
        return open;
    }

    private static String[] themes(String file) {
        return file.substring(file.indexOf(']') + 1).split("\\|");
    }

    static Standard standard(String file, Scale scale) {
        Map<Integer, List<Criterion>> byTheme = lines(file).stream()
                .collect(Collectors.groupingBy(
                        Line::theme,
                        java.util.TreeMap::new,
                        Collectors.mapping(
                                line -> criterion(
                                        line.code(),
                                        line.weight(),
                                        line.flags(),
                                        List.copyOf(line.grades().keySet()),
                                        Map.of()),
                                Collectors.toList())));
        List<Theme> themes = new ArrayList<>();
        String[] weights = themes(file);
        byTheme.forEach((number, criteria) -> themes.add(new Theme(
                "T" + number,
                "Thème " + number,
                null,
                null,
                scale.code(),
                Integer.parseInt(weights[number].split("=")[0].strip()),
                criteria)));
        return new Standard(
                "HAND",
                "1",
                Standard.Kind.CHECKLIST,
                "À la main",
                null,
                null,
                null,
                null,
                List.of(scale),
                themes,
                SmallStandard.RULES,
                List.of(),
                null);
    }

    private record Line(int theme, String code, int weight, String flags, Map<Place, String> grades) {}

    private static List<Line> lines(String file) {
        List<Line> lines = new ArrayList<>();
        String[] themes = themes(file);
        for (int theme = 0; theme < themes.length; theme++) {
            for (String text : themes[theme].split("=")[1].split(";")) {
                String[] head = text.strip().split(":")[0].split(" ");
                Map<Place, String> grades = new EnumMap<>(Place.class);
                for (String grade : text.strip().split(":")[1].split(",")) {
                    String[] words = grade.strip().split(" ");
                    grades.put(place(words[0]), words[1]);
                }
                lines.add(new Line(theme, head[0], Integer.parseInt(head[1]), head.length > 2 ? head[2] : "", grades));
            }
        }
        return lines;
    }

    private static Place place(String word) {
        return Arrays.stream(Place.values())
                .filter(place -> place.name().toLowerCase(java.util.Locale.ROOT).startsWith(word))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Criterion criterion(
            String code, int weight, String flags, List<Place> places, Map<LabelLevel, BigDecimal> minimums) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        places.stream().map(Place::channel).filter(Objects::nonNull).forEach(channels::add);
        return new Criterion(
                code,
                "Critère " + code,
                null,
                channels,
                weight,
                flags.contains("M"),
                true,
                Applicability.EVERY_TEAM,
                minimums,
                List.of(),
                List.of(),
                List.of(),
                flags.contains("O") ? Scope.ORGANISATION : Scope.UNIT,
                null,
                null);
    }

    private static Scale panel(String code, List<Place> facets) {
        return new Scale(code, Scale.Kind.PANEL, List.of(new Scale.Level(100, 100, "Bande")), facets, 70, true);
    }
}
