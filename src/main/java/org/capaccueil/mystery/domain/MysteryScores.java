package org.capaccueil.mystery.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.FigureSource;
import org.capaccueil.mystery.domain.Ratings.Counted;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Component;

/** The indicator MYST, made of the visits of opened waves. */
@Component
class MysteryScores implements FigureSource {

    static final String CODE = "MYST";

    private final Ratings ratings;
    private final Organisation organisation;

    MysteryScores(Ratings ratings, Organisation organisation) {
        this.ratings = ratings;
        this.organisation = organisation;
    }

    @Override
    public Map<Channel, Figure> figures(String code, TeamId team, Set<Channel> channels, LocalDate from, LocalDate to) {
        Map<Channel, Figure> figures = new EnumMap<>(Channel.class);
        if (code.equals(CODE) && !channels.isEmpty()) {
            ratings.countedBetween(organisation.inHandsOf(team), channels, from, to).stream()
                    .collect(Collectors.groupingBy(Counted::channel))
                    .forEach((channel, noted) -> {
                        Score score = Score.of(noted);
                        BigDecimal value = score.value();
                        if (value != null) {
                            figures.put(channel, figure(score, value, noted));
                        }
                    });
        }
        return figures;
    }

    private static Figure figure(Score score, BigDecimal value, List<Counted> noted) {
        LocalDate first =
                noted.stream().map(Counted::doneOn).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                noted.stream().map(Counted::doneOn).max(LocalDate::compareTo).orElseThrow();
        return new Figure(
                BigDecimal.valueOf(score.obtained()),
                BigDecimal.valueOf(score.possible()),
                value,
                BigDecimal.valueOf(score.visits()),
                first,
                last,
                "Évaluations mystère, " + score.visits() + (score.visits() == 1 ? " visite du " : " visites du ")
                        + PublicTime.inWords(first) + " au " + PublicTime.inWords(last));
    }
}
