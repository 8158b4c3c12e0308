package org.capaccueil.label.domain;

import java.util.List;
import org.capaccueil.label.domain.LabelVerdict.Rule;
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
 * @param besides sentences about what ratings do not change
 * @param reachable false when the ratings given, all raised to the top, would still not be enough
 */
public record Enough(LabelLevel level, List<Change> changes, List<String> besides, boolean reachable) {

    /**
     * A rating to be raised.
     *
     * @param from what the auditor gave, null when nothing
     * @param to the value of the scale that is enough
     */
    public record Change(Question question, Place place, @Nullable Grade from, int to) {

        /** « ACC-1 « Les horaires sont affichés » au guichet ». */
        public String what() {
            return question.criterion().code() + " « " + question.criterion().titleFr() + " » " + place.phrase();
        }

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
        List<String> besides = rules.stream()
                .filter(rule -> rule.concerns(next.level()) && !rule.byRatings())
                .flatMap(rule -> rule.reasons().stream())
                .toList();
        return new SufficientRatings(standard.labelRules().mandatoryMin(), level, facts.audit())
                .search()
                .map(changes -> new Enough(next.level(), changes, besides, true))
                .orElseGet(() -> new Enough(next.level(), List.of(), besides, false));
    }
}
