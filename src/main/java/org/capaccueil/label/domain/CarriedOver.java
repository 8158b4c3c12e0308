package org.capaccueil.label.domain;

import java.util.ArrayList;
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
 * A nonconformity an earlier audit of the team left open, and what became of it. A later audit settles it by finding its
 * place conform or without object, or by not being asked about it any more; after that only an action that proved
 * effective does.
 *
 * @param campaign the earlier campaign, by name
 * @param earlier as it was found there
 * @param found what the new audit rated there, « 2 · Partiel »; null when it rated nothing
 */
record CarriedOver(String campaign, Nonconformity earlier, @Nullable String found, boolean open) {

    /**
     * What the earlier audits left, followed from one to the next until one of them settles it or finds it again: then the
     * new finding is the one followed.
     *
     * @param audits the oldest first
     */
    static List<CarriedOver> from(List<ConcludedAudit> audits, ConcludedAudit now) {
        List<CarriedOver> followed = new ArrayList<>();
        for (ConcludedAudit audit : audits) {
            followed.removeIf(one -> one.isFoundAgainIn(audit)
                    || !of(one.campaign, one.earlier, audit).open());
            audit.nonconformities().stream()
                    .filter(Nonconformity::open)
                    .map(one -> new CarriedOver(audit.campaign(), one, null, true))
                    .forEach(followed::add);
        }
        return followed.stream().map(one -> of(one.campaign, one.earlier, now)).toList();
    }

    static CarriedOver of(String campaign, Nonconformity earlier, ConcludedAudit audit) {
        Optional<CriterionScore> criterion = audit.sheet()
                .criteria()
                .filter(one -> one.criterion().code().equals(earlier.criterion()))
                .findFirst();
        Optional<PlaceScore> asked = criterion.flatMap(one -> one.at(earlier.place()));
        Grade grade = asked.map(PlaceScore::grade).orElse(null);
        Scale scale = criterion.map(one -> one.question().scale()).orElse(null);
        boolean settled = asked.isEmpty()
                || grade != null && (grade.value() == null || scale != null && scale.isConform(grade.value()))
                || solvedSince(earlier, audit);
        return new CarriedOver(campaign, earlier, grade == null || scale == null ? null : grade.title(scale), !settled);
    }

    /** An answer to the new finding on the same place, or an action of the team's own on the criterion. */
    private static boolean solvedSince(Nonconformity earlier, ConcludedAudit audit) {
        List<Nonconformity> again =
                audit.nonconformities().stream().filter(earlier::isAbout).toList();
        return again.isEmpty()
                ? Nonconformity.isSolved(audit.actions().stream()
                        .filter(action -> action.finding() == null)
                        .filter(action -> action.criterion().equals(earlier.criterion()))
                        .map(Action::status)
                        .toList())
                : again.stream().noneMatch(Nonconformity::open);
    }

    private boolean isFoundAgainIn(ConcludedAudit audit) {
        return audit.nonconformities().stream().anyMatch(this::isAlso);
    }

    boolean isAlso(Nonconformity other) {
        return earlier.isAbout(other);
    }

    boolean major() {
        return earlier.major();
    }

    String criterion() {
        return earlier.criterion();
    }

    Place place() {
        return earlier.place();
    }
}
