package org.capaccueil.identity;

import org.capaccueil.organisation.AdmissionRefused;

/** Why somebody who wanted to sign in is not signed in, and what to do about it. */
public enum LoginRefusal {
    NO_ROLE(403, AdmissionRefused.Reason.NO_ROLE.sentence()),
    NO_COMMUNE(403, AdmissionRefused.Reason.NO_COMMUNE.sentence()),
    EMAIL_TAKEN(403, AdmissionRefused.Reason.EMAIL_TAKEN.sentence()),
    FAILED(
            400,
            "La connexion n'a pas abouti : elle a peut-être duré trop longtemps, ou servi déjà une fois. Recommencez "
                    + "depuis le début ; si cela se reproduit, prévenez l'exploitation du service."),
    UNREACHABLE(
            503,
            "Le service qui vérifie les comptes ne répond pas en ce moment. Réessayez dans quelques minutes ; si cela "
                    + "dure, prévenez l'exploitation du service. Les personnes déjà connectées peuvent continuer.");

    private final int status;
    private final String sentence;

    LoginRefusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    static LoginRefusal of(AdmissionRefused refused) {
        return valueOf(refused.reason().name());
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    /** Where the page is that says so. */
    String page() {
        return "/login/refused?why=" + name();
    }
}
