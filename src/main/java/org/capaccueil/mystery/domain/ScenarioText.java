package org.capaccueil.mystery.domain;

import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * What an observer plays.
 *
 * @param situation how to play it
 * @param request what to ask
 * @param expected what a good answer says
 */
public record ScenarioText(@Nullable VisitKind kind, String title, String situation, String request, String expected) {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST = 1_000;

    public ScenarioText {
        title = title.strip();
        situation = situation.strip();
        request = request.strip();
        expected = expected.strip();
    }

    void requireSound() {
        if (kind == null) {
            throw new BusinessRefusal("kind", "Choisissez la façon d'observer : visite, appel ou message.");
        }
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new BusinessRefusal("title", "Donnez un titre de " + LONGEST_TITLE + " caractères au plus.");
        }
        FreeText.requireNobody("title", title);
        FreeText.required("situation", situation, LONGEST, "Dites comment jouer la situation.");
        FreeText.required("request", request, LONGEST, "Dites ce que l'observateur demande.");
        FreeText.required("expected", expected, LONGEST, "Dites ce qu'une bonne réponse contient.");
    }

    String inWords() {
        return title + " : " + situation + " " + request + " " + expected;
    }
}
