package org.capaccueil.standard.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Applicability;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Survey;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/** Sound standards of every kind that use whatever the model can say, with the texts formats break on. */
final class GeneratedStandard {

    private static final List<String> TRICKS = List.of(
            "=1+1",
            "+33 4 76",
            "-",
            "@x",
            "'guillemet",
            "0.10",
            "1e9",
            "007",
            "true",
            "oui",
            "non",
            "~",
            "null",
            "[a]",
            "{a: b}",
            "# pas un commentaire",
            "a: b",
            "« guillemets »",
            "ligne\nsuivante",
            "a\n\nb",
            "tab\tici",
            "_x0041_",
            "_x005F_",
            "_x000D_",
            "\u00a0insécable\u202f",
            "émoji 🎉 𝔸",
            "x, y ; z",
            "<b>&amp;</b>",
            "]]>",
            "%s ${x} #{y}",
            "12/03/2027",
            "عربى",
            "*ancre",
            "&alias",
            "!tag",
            "|",
            ">",
            "\"",
            "\\n",
            "- tiret");

    private final Random random;
    private List<Indicator> indicators = List.of();
    private int codes;

    private GeneratedStandard(Random random) {
        this.random = random;
    }

    static Standard of(Random random) {
        return new GeneratedStandard(random).standard();
    }

    private Standard standard() {
        Standard.Kind kind = one(Standard.Kind.values());
        indicators = some(0, 3, at -> indicator());
        List<Scale> scales = some(1, 3, at -> scale(kind));
        List<Theme> themes = some(1, 4, at -> theme(kind, one(scales)));
        return new Standard(
                code(),
                one(List.of("1", "0.10", "2027-a", "1e9", "v_1")),
                kind,
                text(),
                maybe(text()),
                maybe(text()),
                maybe(text()),
                maybe(new Standard.Origin("ORIGINE", "0.1")),
                scales,
                themes,
                rules(),
                indicators,
                maybe(survey()));
    }

    private Scale scale(Standard.Kind kind) {
        boolean panel = kind == Standard.Kind.PANELS || random.nextInt(4) == 0;
        List<Scale.Level> levels = new ArrayList<>();
        int steps = 2 + random.nextInt(5);
        for (int i = 0; i < steps; i++) {
            int points = i == steps - 1 ? 100 : (100 / steps) * i + random.nextInt(5);
            levels.add(new Scale.Level(panel ? points : i, points, text()));
        }
        return new Scale(
                code(),
                panel ? Scale.Kind.PANEL : Scale.Kind.GRADES,
                levels,
                panel && random.nextBoolean() ? List.of(Place.PLAN, Place.DO, Place.CHECK, Place.ACT) : List.of(),
                random.nextInt(101),
                random.nextBoolean());
    }

    private Theme theme(Standard.Kind kind, Scale scale) {
        return new Theme(
                code(),
                text(),
                maybe(text()),
                maybe(text()),
                scale.code(),
                1 + random.nextInt(1000),
                some(1, 5, at -> criterion(kind, scale)));
    }

    private Criterion criterion(Standard.Kind kind, Scale scale) {
        boolean faceted = !scale.facets().isEmpty();
        boolean mandatory = random.nextInt(3) == 0;
        Criterion.Scope scope = one(Criterion.Scope.values());
        Set<Channel> channels = faceted ? Set.of() : channels(kind == Standard.Kind.CHECKLIST);
        Map<LabelLevel, BigDecimal> minimums = new EnumMap<>(LabelLevel.class);
        if (random.nextInt(3) == 0) {
            BigDecimal points = number(50);
            for (LabelLevel level : LabelLevel.values()) {
                minimums.put(level, points);
                points = plain(points.add(number(10)));
            }
        }
        return new Criterion(
                code(),
                text(),
                maybe(text()),
                channels,
                1 + random.nextInt(1_000_000),
                mandatory,
                !mandatory && random.nextBoolean(),
                random.nextInt(3) == 0
                        ? new Applicability(channels(false), channels(false), random.nextInt(6))
                        : Applicability.EVERY_TEAM,
                minimums,
                some(0, 5, at -> text()),
                random.nextBoolean() ? List.of() : shuffled(Criterion.Method.values()),
                indicators.stream()
                        .map(Indicator::code)
                        .filter(code -> random.nextBoolean())
                        .toList(),
                scope,
                maybe(text()),
                maybe(text()));
    }

    private LabelRules rules() {
        List<LabelRules.LevelRule> levels = new ArrayList<>();
        BigDecimal overall = number(40);
        BigDecimal theme = number(40);
        for (LabelLevel level : LabelLevel.values()) {
            if (level == LabelLevel.BRONZE || random.nextBoolean()) {
                levels.add(new LabelRules.LevelRule(level, overall, theme));
                overall = plain(overall.add(number(15)));
                theme = plain(theme.add(number(15)));
            }
        }
        return new LabelRules(
                levels,
                number(100),
                random.nextInt(10),
                1 + random.nextInt(10),
                random.nextBoolean(),
                number(1),
                number(1),
                new LabelRules.Validity(
                        30 + random.nextInt(70),
                        1 + random.nextInt(10),
                        20 + random.nextInt(10),
                        15,
                        random.nextInt(90)),
                new LabelRules.ReportDays(1 + random.nextInt(30), 1 + random.nextInt(30), 1 + random.nextInt(30)),
                new LabelRules.CorrectionDelays(1 + random.nextInt(30), 1 + random.nextInt(9), 1 + random.nextInt(9)),
                maybe(text()));
    }

    private Indicator indicator() {
        BigDecimal low = plain(number(1000));
        BigDecimal high = plain(low.add(number(1000)));
        boolean more = random.nextBoolean();
        return new Indicator(
                code(),
                text(),
                text(),
                one(List.of("%", "min", "/10", "h")),
                more ? Indicator.Direction.HIGHER : Indicator.Direction.LOWER,
                more ? high : low,
                more ? low : high,
                channels(true),
                text(),
                1 + random.nextInt(1000),
                text());
    }

    private Survey survey() {
        return new Survey(code(), text(), random.nextBoolean(), 1 + random.nextInt(60), some(1, 4, at -> {
            Survey.Type type = one(Survey.Type.values());
            return new Survey.SurveyQuestion(
                    "q" + at,
                    type,
                    random.nextBoolean(),
                    text(),
                    type == Survey.Type.TEXT
                            ? List.of()
                            : type == Survey.Type.LIKERT5 ? some(5, 5, n -> text()) : some(2, 6, n -> text()),
                    random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(10_000)));
        }));
    }

    private Set<Channel> channels(boolean atLeastOne) {
        EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
        for (Channel channel : Channel.values()) {
            if (random.nextBoolean()) {
                channels.add(channel);
            }
        }
        if (atLeastOne && channels.isEmpty()) {
            channels.add(one(Channel.values()));
        }
        return channels.isEmpty() ? Set.of() : channels;
    }

    private String code() {
        return one(List.of("A", "é", "1", "0.", "x_", "T-")) + ++codes;
    }

    private String text() {
        StringBuilder text = new StringBuilder(one(TRICKS));
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(random.nextBoolean() ? " " : "").append(one(TRICKS));
        }
        String stripped = text.toString().strip();
        return stripped.isEmpty() ? "x" : stripped;
    }

    /** Up to nine digits behind the comma, at most this. */
    private BigDecimal number(int most) {
        BigDecimal number = BigDecimal.valueOf(random.nextInt(most))
                .add(
                        random.nextInt(3) > 0
                                ? BigDecimal.ZERO
                                : BigDecimal.valueOf(random.nextInt(1_000_000_000), 1 + random.nextInt(9))
                                        .remainder(BigDecimal.ONE));
        return plain(number);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private <T> List<T> some(int least, int most, IntFunction<T> each) {
        return IntStream.range(0, least + random.nextInt(most - least + 1))
                .mapToObj(each)
                .toList();
    }

    private <T> List<T> shuffled(T[] all) {
        List<T> some = new ArrayList<>(Arrays.asList(all));
        java.util.Collections.shuffle(some, random);
        return List.copyOf(some.subList(0, 1 + random.nextInt(some.size())));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
