package org.capaccueil.improvement.domain;

import java.time.LocalDate;
import java.util.List;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An action as its team words it, saved as far as it has come: gaps are allowed until the plan is submitted, texts that
 * are too long and dates in the wrong order are not.
 *
 * @param whys up to five answers to « pourquoi ? » that led to the cause
 * @param reviewDate null to leave it at {@link #DAYS_TO_WORK} days after the due date
 */
public record PlanProposal(
        String title,
        String cause,
        List<String> whys,
        String expectedEffect,
        @Nullable PersonId owner,
        @Nullable LocalDate due,
        @Nullable LocalDate reviewDate) {

    public static final int MAX_TITLE = 200;
    public static final int MAX_TEXT = 2000;
    public static final int MAX_WHYS = 5;

    /** How long an action is given to show its effect when nobody says otherwise. */
    public static final int DAYS_TO_WORK = 60;

    public PlanProposal {
        title = title.strip();
        cause = cause.strip();
        expectedEffect = expectedEffect.strip();
        whys = whys.stream().map(why -> why.replaceAll("\\s+", " ").strip()).toList();
        if (due != null && reviewDate == null) {
            reviewDate = due.plusDays(DAYS_TO_WORK);
        }
    }

    /** Refuses what cannot be kept, at the field that is at fault. */
    void requireConsistent() {
        requireAtMost("title", "L'intitulé", title, MAX_TITLE);
        requireAtMost("cause", "La cause", cause, MAX_TEXT);
        requireAtMost("expectedEffect", "L'effet attendu", expectedEffect, MAX_TEXT);
        if (whys.size() > MAX_WHYS) {
            throw new BusinessRefusal("whys[5]", "Cinq « pourquoi » suffisent : gardez les plus utiles.");
        }
        for (int i = 0; i < whys.size(); i++) {
            requireAtMost("whys[" + i + "]", "La réponse", whys.get(i), MAX_TITLE);
        }
        ActionDates.requireReviewAfterDue(due, reviewDate);
    }

    private static void requireAtMost(String field, String what, String text, int most) {
        if (text.length() > most) {
            throw new BusinessRefusal(
                    field,
                    what + " compte " + text.length() + " caractères, pour " + most
                            + " au plus. Raccourcissez : le détail peut aller dans une preuve.");
        }
    }
}
