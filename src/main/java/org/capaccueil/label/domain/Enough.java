package org.capaccueil.label.domain;

import java.util.List;
import java.util.Optional;
import org.capaccueil.label.domain.LabelVerdict.Rule;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * What would be enough for a level: ratings to be raised, and what is to be done besides. It is one way of several, found
 * by always raising next what brings most; none of its changes can be left out.
 *
 * @param changes in the standard's order; empty when scores are not what is missing
 * @param besides what the label test still says once the ratings are raised
 * @param reachable false when the ratings given, all raised to the top, would still not be enough
 * @param assumesGaps whether ratings stay « sans objet » or « non coté »: rated, they would enter the scores
 */
public record Enough(
        LabelLevel level, List<Change> changes, List<String> besides, boolean reachable, boolean assumesGaps) {

    /** The rules are asked for and not the level. */
    private static final LabelTable UNDECIDED = question -> Optional.empty();

    /**
     * A rating to be raised.
     *
     * @param where « au guichet (Mairie) »
     * @param from what the auditor gave, null when nothing
     * @param to the value of the scale that is enough
     */
    public record Change(Question question, Place place, String where, @Nullable Grade from, int to) {

        /** « 2 · Partiel », « Sans objet » or « Non coté ». */
        public String fromText() {
            return from == null ? "Non coté" : from.title(question.scale());
        }

        public String toText() {
            return Grade.of(to).title(question.scale());
        }
    }

    static Enough forNext(Standard standard, LabelFacts facts, LabelVerdict.Next next, List<Rule> rules) {
        LevelRule level = standard.labelRules().levels().stream()
                .filter(one -> one.level() == next.level())
                .findFirst()
                .orElseThrow();
        return new SufficientRatings(standard.labelRules().mandatoryMin(), level, facts.audit(), facts.points())
                .search()
                .map(changes -> after(changes, standard, facts, next.level()))
                .orElseGet(() -> new Enough(
                        next.level(),
                        List.of(),
                        reasons(rules.stream().filter(rule -> !rule.byRatings()).toList(), next.level()),
                        false,
                        false));
    }

    /** The whole label test again, as if the auditor had rated so. */
    private static Enough after(List<Change> changes, Standard standard, LabelFacts facts, LabelLevel level) {
        Ratings ratings = Ratings.of(facts.audit());
        changes.forEach(
                change -> ratings.put(change.question().criterion().code(), change.place(), Grade.of(change.to())));
        ScoreSheet raised = ScorePlan.like(facts.audit()).sheet(ratings);
        LabelFacts supposed = new LabelFacts(
                raised,
                facts.nonconformities(),
                facts.carriedOver().stream()
                        .filter(one -> !isConform(raised, one))
                        .toList(),
                facts.indicators(),
                facts.planSigned(),
                facts.points());
        return new Enough(
                level,
                changes,
                reasons(LabelTest.on(standard, supposed, UNDECIDED).rules(), level),
                true,
                raised.criteria().flatMap(one -> one.places().stream()).anyMatch(place -> place.points() == null));
    }

    private static List<String> reasons(List<Rule> rules, LabelLevel level) {
        return rules.stream()
                .filter(rule -> rule.concerns(level))
                .flatMap(rule -> rule.reasons().stream())
                .toList();
    }

    private static boolean isConform(ScoreSheet sheet, CarriedOver carried) {
        return sheet.criteria()
                .filter(one -> one.criterion().code().equals(carried.criterion()))
                .anyMatch(one -> isConform(one, carried.place()));
    }

    private static boolean isConform(CriterionScore criterion, Place place) {
        return criterion
                .at(place)
                .map(PlaceScore::grade)
                .map(Grade::value)
                .filter(criterion.question().scale()::isConform)
                .isPresent();
    }
}
