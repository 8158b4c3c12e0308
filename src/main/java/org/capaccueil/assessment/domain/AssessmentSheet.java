package org.capaccueil.assessment.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.capaccueil.assessment.SelfAssessments.Evidence;
import org.capaccueil.assessment.SelfAssessments.Status;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.FiguresBeside;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.TeamScope;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A self-assessment as one person sees it.
 *
 * @param address of its page
 * @param mayRate whether this person may change the answers now
 * @param mayGiveEvidence whether this person may add and take back evidence now
 * @param maySubmit whether this person may submit it now, once it is complete
 * @param mayReview whether this person may accept or return it now
 * @param leads who can submit it
 * @param returned why it came back to the team, null when it did not
 * @param evidence by criterion
 */
public record AssessmentSheet(
        EvaluationView evaluation,
        Status status,
        String address,
        boolean mayRate,
        boolean mayGiveEvidence,
        boolean maySubmit,
        boolean mayReview,
        List<String> leads,
        @Nullable Returned returned,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        List<ThemeSheet> themes,
        Map<PersonId, String> people) {

    /** Why and by whom a self-assessment was returned. */
    public record Returned(String reason, String by, Instant at) {}

    /** A theme with its questions. */
    public record ThemeSheet(Theme theme, List<CriterionSheet> criteria) {

        public long answered() {
            return criteria.stream()
                    .flatMap(criterion -> criterion.ratings().stream())
                    .filter(rating -> rating.grade() != null)
                    .count();
        }

        public int expected() {
            return criteria.stream()
                    .mapToInt(criterion -> criterion.ratings().size())
                    .sum();
        }
    }

    /** A criterion with the team's answers and evidence. */
    public record CriterionSheet(Question question, List<RatingRow> ratings, List<Evidence> evidence) {

        public Criterion criterion() {
            return question.criterion();
        }

        public Scale scale() {
            return question.scale();
        }

        public boolean offersNotApplicable() {
            return question.offersNotApplicable();
        }
    }

    /** A rating that is still to give, with the words for a link to it. */
    public record Missing(String href, String label) {}

    static String addressOf(EvaluationId evaluation) {
        return "/evaluations/" + evaluation + "/self-assessment";
    }

    /** Whether this person may have everybody rate alone first. */
    public boolean mayOpenRound() {
        return maySubmit
                && status == Status.OPEN
                && themes.stream()
                        .flatMap(theme -> theme.criteria().stream())
                        .flatMap(criterion -> criterion.ratings().stream())
                        .allMatch(rating -> rating.ratedAt() == null);
    }

    /** Where its answers are given: those of a team that rated alone first, where it agrees. */
    public String ratingAddress() {
        return status == Status.CONSENSUS ? address + "/consensus" : address;
    }

    /** What a team is asked, with the answers given. */
    static List<ThemeSheet> themes(
            Standard standard,
            TeamScope scope,
            BiFunction<Question, Place, RatingRow> answers,
            List<Evidence> evidence) {
        Map<Theme, List<CriterionSheet>> byTheme = new LinkedHashMap<>();
        for (Question question : standard.questionsFor(scope)) {
            String code = question.criterion().code();
            byTheme.computeIfAbsent(question.theme(), theme -> new ArrayList<>())
                    .add(new CriterionSheet(
                            question,
                            question.places().stream()
                                    .map(place -> answers.apply(question, place))
                                    .toList(),
                            evidence.stream()
                                    .filter(one -> one.criterion().equals(code))
                                    .toList()));
        }
        return byTheme.entrySet().stream()
                .map(entry -> new ThemeSheet(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** What a team would be asked, with nothing answered yet. */
    public static List<ThemeSheet> blank(Standard standard, TeamScope scope) {
        return themes(
                standard,
                scope,
                (question, place) -> RatingRow.unanswered(question.criterion().code(), place, FiguresBeside.NONE),
                List.of());
    }

    public List<Missing> missing() {
        return points(rating -> rating.grade() == null);
    }

    /** Rated otherwise than the figures suggest, without a reason. */
    public List<Missing> unexplained() {
        return points(RatingRow::owesReason);
    }

    private List<Missing> points(Predicate<RatingRow> which) {
        return themes.stream()
                .flatMap(theme -> theme.criteria().stream())
                .flatMap(sheet -> sheet.ratings().stream()
                        .filter(which)
                        .map(rating -> new Missing(
                                ratingAddress() + "?theme="
                                        + themeOf(sheet).theme().code() + "#" + rating.key(),
                                sheet.criterion().code() + " · "
                                        + rating.place().title() + " : "
                                        + sheet.criterion().titleFr())))
                .toList();
    }

    private ThemeSheet themeOf(CriterionSheet sheet) {
        return themes.stream()
                .filter(theme -> theme.criteria().contains(sheet))
                .findFirst()
                .orElseThrow();
    }

    public ThemeSheet theme(@Nullable String code) {
        return themes.stream()
                .filter(theme -> theme.theme().code().equals(code))
                .findFirst()
                .orElse(themes.get(0));
    }

    public ThemeSheet themeWith(String criterion) {
        return themes.stream()
                .filter(theme -> theme.criteria().stream()
                        .anyMatch(one -> one.criterion().code().equals(criterion)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public CriterionSheet criterion(String code) {
        return themeWith(code).criteria().stream()
                .filter(one -> one.criterion().code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public long answered() {
        return themes.stream().mapToLong(ThemeSheet::answered).sum();
    }

    public int expected() {
        return themes.stream().mapToInt(ThemeSheet::expected).sum();
    }
}
