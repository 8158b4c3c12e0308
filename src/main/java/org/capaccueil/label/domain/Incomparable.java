package org.capaccueil.label.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/** What two versions of a standard ask so differently that ratings given by one say nothing about the other. */
record Incomparable(Standard then, Standard now) {

    /** In sentences; empty when all that was asked then is still asked so. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        say(
                sentences,
                "Critères qui n'étaient pas demandés alors, laissés hors du calcul : ",
                now,
                one -> then.criterion(one.code()).isEmpty());
        say(sentences, "Critères que cette version n'a plus, jugés comme alors : ", then, one -> now.criterion(
                        one.code())
                .isEmpty());
        say(sentences, "Critères passés à un autre thème, comptés dans celui d'alors : ", then, this::isMoved);
        say(sentences, "Critères dont l'échelle a changé, comptés avec les points d'alors : ", then, this::isRescaled);
        say(
                sentences,
                "Critères demandés ailleurs ou à d'autres équipes, gardés comme ils étaient demandés : ",
                then,
                this::isAskedElsewhere);
        if (!indicators(then).equals(indicators(now))) {
            sentences.add("Les indicateurs requis ont changé : ceux d'alors sont comptés.");
        }
        return sentences;
    }

    private static void say(List<String> sentences, String words, Standard of, Predicate<Criterion> which) {
        String codes = of.criteria().stream().filter(which).map(Criterion::code).collect(Collectors.joining(", "));
        if (!codes.isEmpty()) {
            sentences.add(words + codes + ".");
        }
    }

    private boolean isMoved(Criterion criterion) {
        return theme(criterion)
                .filter(theme ->
                        !theme.code().equals(then.themeOf(criterion.code()).code()))
                .isPresent();
    }

    private boolean isRescaled(Criterion criterion) {
        return theme(criterion)
                .filter(theme -> !isSameWorth(then.scaleOf(criterion.code()), now.scaleOrNull(theme)))
                .isPresent();
    }

    private static boolean isSameWorth(Scale then, @Nullable Scale now) {
        return now != null
                && then.kind() == now.kind()
                && then.conformAt() == now.conformAt()
                && worth(then).equals(worth(now));
    }

    private static Set<String> worth(Scale scale) {
        return scale.levels().stream()
                .map(level -> level.value() + "=" + level.points())
                .collect(Collectors.toSet());
    }

    private boolean isAskedElsewhere(Criterion was) {
        return now.criterion(was.code())
                .filter(is -> !is.channels().equals(was.channels())
                        || is.scope() != was.scope()
                        || !is.appliesTo().equals(was.appliesTo()))
                .isPresent();
    }

    private Optional<Theme> theme(Criterion criterion) {
        return now.criterion(criterion.code()).map(found -> now.themeOf(found.code()));
    }

    private static Set<String> indicators(Standard standard) {
        return standard.indicators().stream()
                .flatMap(indicator -> indicator.channels().stream().map(channel -> indicator.code() + " " + channel))
                .collect(Collectors.toSet());
    }
}
