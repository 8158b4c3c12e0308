package org.capaccueil.identity;

import org.capaccueil.shared.Actor;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A program that showed a token: it is nobody of the register, and acts with the roles and for the commune of its token. */
record Program(Actor actor) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return actor.name();
    }
}
