package org.capaccueil.assessment.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capaccueil.assessment.SelfAssessments.Rating;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardMappings.Correspondence;

/**
 * What a team agreed on once, read from another standard or version.
 *
 * @param standard it was given on
 * @param earlierVersion whether that is the standard asked now: a code kept by a version says nothing of its words
 * @param correspondences by criterion of the standard it is read from
 */
record Recollection(
        Standard standard,
        boolean earlierVersion,
        List<Rating> ratings,
        Map<String, List<Correspondence>> correspondences) {

    /** What is known of a question at a place; empty when nothing is. */
    List<Suggestion> of(Question question, Place place) {
        return correspondences.getOrDefault(question.criterion().code(), List.of()).stream()
                .flatMap(one -> of(one, question, place).stream())
                .toList();
    }

    private Optional<Suggestion> of(Correspondence correspondence, Question question, Place place) {
        List<Rating> given = ratings.stream()
                .filter(rating -> rating.criterion().equals(correspondence.criterion()))
                .toList();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Scale then = standard.scaleOf(correspondence.criterion());
        Rewording rewording = earlierVersion
                ? Rewording.of(standard.criterion(correspondence.criterion()).orElseThrow(), then, question)
                : Rewording.NONE;
        Optional<Rating> here =
                given.stream().filter(rating -> rating.place() == place).findFirst();
        if (here.isPresent()) {
            return Optional.of(Suggestion.same(correspondence, rewording, here.get(), then, question));
        }
        List<Rating> comparable = given.stream()
                .filter(rating -> !areTwoChannels(rating.place(), place))
                .toList();
        return comparable.isEmpty()
                ? Optional.empty()
                : Optional.of(Suggestion.elsewhere(correspondence, rewording, comparable, then));
    }

    /** What was agreed for the counter says nothing of the telephone. */
    private static boolean areTwoChannels(Place one, Place other) {
        return one.channel() != null && other.channel() != null;
    }
}
