package org.capaccueil.shared;

/**
 * Nothing to show at this address, or nothing this person may see: the answer is the same on purpose, so that an address
 * does not tell what exists.
 */
public final class NotFound extends BusinessRefusal {

    public NotFound() {
        super("Cette page n'existe pas ou ne vous est pas ouverte. Revenez à vos tâches pour continuer.");
    }
}
