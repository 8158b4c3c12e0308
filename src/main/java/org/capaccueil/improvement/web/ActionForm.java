package org.capaccueil.improvement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.capaccueil.improvement.domain.ActionView;
import org.capaccueil.improvement.domain.PlanProposal;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** One action of a proposal as typed. Everything is text, so that nothing typed is ever lost on its way back. */
record ActionForm(
        long version,
        String title,
        String cause,
        String why1,
        String why2,
        String why3,
        String why4,
        String why5,
        String expectedEffect,
        String owner,
        String due,
        String reviewDate) {

    ActionForm {
        title = Texts.of(title);
        cause = Texts.of(cause);
        why1 = Texts.of(why1);
        why2 = Texts.of(why2);
        why3 = Texts.of(why3);
        why4 = Texts.of(why4);
        why5 = Texts.of(why5);
        expectedEffect = Texts.of(expectedEffect);
        owner = Texts.of(owner);
        due = Texts.of(due);
        reviewDate = Texts.of(reviewDate);
    }

    static ActionForm of(ActionView view) {
        List<String> whys = IntStream.range(0, PlanProposal.MAX_WHYS)
                .mapToObj(i -> i < view.whys().size() ? view.whys().get(i) : "")
                .toList();
        return new ActionForm(
                view.version(),
                view.action().title(),
                view.action().cause(),
                whys.get(0),
                whys.get(1),
                whys.get(2),
                whys.get(3),
                whys.get(4),
                view.action().expectedEffect(),
                text(view.action().owner()),
                text(view.action().due()),
                text(view.action().reviewDate()));
    }

    /** The same text with the version that is saved now: sending it again overwrites, knowingly. */
    ActionForm on(long savedVersion) {
        return new ActionForm(
                savedVersion, title, cause, why1, why2, why3, why4, why5, expectedEffect, owner, due, reviewDate);
    }

    PlanProposal proposal() {
        return new PlanProposal(
                title,
                cause,
                List.of(why1, why2, why3, why4, why5),
                expectedEffect,
                ownerId(),
                Texts.day("due", due),
                Texts.day("reviewDate", reviewDate));
    }

    private @Nullable PersonId ownerId() {
        if (owner.isBlank()) {
            return null;
        }
        try {
            return PersonId.of(owner);
        } catch (NotFound notAnId) {
            throw new BusinessRefusal("owner", "Choisissez la personne dans la liste.");
        }
    }

    private static String text(@Nullable PersonId person) {
        return person == null ? "" : person.toString();
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
