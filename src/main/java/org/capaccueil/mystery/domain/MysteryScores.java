package org.capaccueil.mystery.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.capaccueil.indicator.Figure;
import org.capaccueil.indicator.FigureSource;
import org.capaccueil.mystery.domain.Ratings.Counted;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Component;

/** The indicator MYST, made of the visits of opened waves. */
@Component
class MysteryScores implements FigureSource {

    static final String CODE = "MYST";

    private final Ratings ratings;

    MysteryScores(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public Optional<Figure> figure(String code, TeamId team, Channel channel, LocalDate from, LocalDate to) {
        if (!code.equals(CODE)) {
            return Optional.empty();
        }
        List<Counted> noted = ratings.countedBetween(team, channel, from, to);
        Score score = Score.of(noted);
        return Optional.ofNullable(score.value()).map(value -> figure(score, value, noted));
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
