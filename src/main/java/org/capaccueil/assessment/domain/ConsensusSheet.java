package org.capaccueil.assessment.domain;

import java.time.Instant;
import java.util.List;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.NotFound;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What the members answered alone, without names, and what they agree on; as one of them sees it.
 *
 * @param mayAgree whether this person may write down agreements now
 * @param returned why the agreement came back to the team, null when it did not
 * @param raters how many took part in the round
 */
public record ConsensusSheet(
        EvaluationView evaluation,
        Status status,
        boolean mayAgree,
        AssessmentSheet.@Nullable Returned returned,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        int raters,
        List<ThemeTable> themes) {

    /** A theme, what is to talk about longest first. */
    public record ThemeTable(Theme theme, List<Point> points) {

        public long decided() {
            return points.stream().filter(Point::isDecided).count();
        }

        public long toDiscuss() {
            return points.stream().filter(Point::isToDiscuss).count();
        }

        /** Answered alike by everybody and not decided yet. */
        public List<Point> adoptable() {
            return points.stream()
                    .filter(point -> !point.isDecided() && point.sharedAnswer() != null)
                    .toList();
        }
    }

    /**
     * A criterion at a place.
     *
     * @param agreed what the team agreed on; without a grade while it has not
     * @param own what the reader answered alone: a value, « N », nothing for not rated; null for who took no part
     * @param remarks comments and reasons in no telling order
     * @param sharedAnswer what everybody answered, null when they did not answer alike
     */
    public record Point(
            Question question,
            Place place,
            RatingRow agreed,
            Spread spread,
            Spread.Kind kind,
            int apart,
            @Nullable String own,
            List<Remark> remarks,
            @Nullable Grade sharedAnswer) {

        public Criterion criterion() {
            return question.criterion();
        }

        public Scale scale() {
            return question.scale();
        }

        public boolean offersNotApplicable() {
            return question.offersNotApplicable();
        }

        public boolean isDecided() {
            return agreed.grade() != null;
        }

        public boolean isToDiscuss() {
            return !isDecided() && kind != Spread.Kind.UNANIMOUS;
        }

        public String key() {
            return agreed.key();
        }
    }

    /** Something written beside an answer. */
    public record Remark(String text, boolean own) {}

    /** The theme with this code, or the first. */
    public ThemeTable theme(@Nullable String code) {
        return themes.stream()
                .filter(theme -> theme.theme().code().equals(code))
                .findFirst()
                .orElse(themes.get(0));
    }

    ThemeTable table(String code) {
        return themes.stream()
                .filter(theme -> theme.theme().code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public ThemeTable themeWith(String criterion) {
        return themes.stream()
                .filter(theme -> theme.points().stream()
                        .anyMatch(point -> point.criterion().code().equals(criterion)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public Point point(String criterion, Place place) {
        return themeWith(criterion).points().stream()
                .filter(point -> point.criterion().code().equals(criterion) && point.place() == place)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public long decided() {
        return themes.stream().mapToLong(ThemeTable::decided).sum();
    }

    public int expected() {
        return themes.stream().mapToInt(theme -> theme.points().size()).sum();
    }
}
