package org.capaccueil.label.domain;

import java.util.List;
import java.util.Optional;
import org.capaccueil.improvement.ActionPlans.Action;
import org.capaccueil.label.domain.ScoreSheet.CriterionScore;
import org.capaccueil.label.domain.ScoreSheet.PlaceScore;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A minor nonconformity that was still open when the team's previous evaluation closed, and what became of it. The new
 * audit settles it by finding its place conform or without object, or by not being asked about it any more; after that
 * only an action that proved effective does.
 *
 * @param campaign the earlier campaign, by name
 * @param number in that campaign's audit
 * @param found what the new audit rated there, « 2 · Partiel »; null when it rated nothing
 */
record CarriedOver(String campaign, int number, String criterion, Place place, @Nullable String found, boolean open) {

    static CarriedOver of(
            String campaign, Nonconformity earlier, ScoreSheet audit, List<Nonconformity> now, List<Action> actions) {
        Optional<CriterionScore> criterion = audit.criteria()
                .filter(one -> one.criterion().code().equals(earlier.criterion()))
                .findFirst();
        Optional<PlaceScore> asked = criterion.flatMap(one -> one.at(earlier.place()));
        Grade grade = asked.map(PlaceScore::grade).orElse(null);
        Scale scale = criterion.map(one -> one.question().scale()).orElse(null);
        boolean settled = asked.isEmpty()
                || grade != null && (grade.value() == null || scale != null && scale.isConform(grade.value()))
                || solvedSince(earlier, now, actions);
        return new CarriedOver(
                campaign,
                earlier.number(),
                earlier.criterion(),
                earlier.place(),
                grade == null || scale == null ? null : grade.title(scale),
                !settled);
    }

    /** An answer to the new finding on the same place, or an action of the team's own on the criterion. */
    private static boolean solvedSince(Nonconformity earlier, List<Nonconformity> now, List<Action> actions) {
        List<Nonconformity> again = now.stream().filter(earlier::isAbout).toList();
        return again.isEmpty()
                ? Nonconformity.isSolved(actions.stream()
                        .filter(action -> action.finding() == null)
                        .filter(action -> action.criterion().equals(earlier.criterion()))
                        .map(Action::status)
                        .toList())
                : again.stream().noneMatch(Nonconformity::open);
    }

    boolean isAlso(Nonconformity other) {
        return criterion.equals(other.criterion()) && place == other.place();
    }
}
