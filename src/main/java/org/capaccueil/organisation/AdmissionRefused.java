package org.capaccueil.organisation;

import org.capaccueil.shared.BusinessRefusal;

/** An account the identity provider vouches for, but nobody's here. */
public final class AdmissionRefused extends BusinessRefusal {

    /** Why. */
    public enum Reason {
        NO_ROLE("Votre compte n'a aucun rôle dans Cap Accueil. Demandez à la personne qui gère les comptes de votre "
                + "collectivité de vous en donner un, puis reconnectez-vous."),
        NO_COMMUNE("Votre compte n'est rattaché à aucune commune. Demandez à la personne qui gère les comptes de votre "
                + "collectivité d'y inscrire le code INSEE de votre commune, ou à votre référent qualité "
                + "d'enregistrer votre adresse électronique, puis reconnectez-vous."),
        EMAIL_TAKEN("L'adresse électronique de votre compte est déjà celle d'une autre personne dans Cap Accueil. "
                + "Demandez à la personne qui gère les comptes de votre collectivité de corriger l'adresse de l'un "
                + "des deux comptes, puis reconnectez-vous.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    private final Reason reason;

    public AdmissionRefused(Reason reason) {
        super(reason.sentence());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
