package org.capaccueil.identity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Reads who is signed in, once a request, with roles and teams as they are now. Only the web layer asks. */
@Component
public class CurrentPerson {

    private static final Logger log = LoggerFactory.getLogger(CurrentPerson.class);
    private static final String KNOWN = CurrentPerson.class.getName();

    private final Organisation organisation;

    /** Where a person was last found: looking there first spares the connection a change of scope at each request. */
    private final Map<PersonId, CommuneId> homes = new ConcurrentHashMap<>();

    CurrentPerson(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Who is signed in, without asking what became of the person since. */
    public Optional<PersonId> id() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.person())
                : Optional.empty();
    }

    /** Empty when nobody is signed in, or the person of the session no longer exists. */
    public Optional<Actor> actor() {
        return actor(SecurityContextHolder.getContext().getAuthentication());
    }

    Optional<Actor> actor(@Nullable Authentication authentication) {
        if (authentication == null) {
            return Optional.empty();
        }
        if (authentication.getPrincipal() instanceof Program program) {
            return Optional.of(program.actor());
        }
        return authentication.getPrincipal() instanceof SignedIn signedIn ? asOfNow(signedIn) : Optional.empty();
    }

    private Optional<Actor> asOfNow(SignedIn signedIn) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        if (request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST) instanceof Actor known) {
            return Optional.of(known);
        }
        try {
            Actor actor = lookUp(signedIn.person());
            request.setAttribute(KNOWN, actor, RequestAttributes.SCOPE_REQUEST);
            return Optional.of(actor);
        } catch (NotFound gone) {
            log.warn("the session of {} outlived the person", signedIn.person());
            return Optional.empty();
        }
    }

    private Actor lookUp(PersonId person) {
        CommuneId home = homes.get(person);
        if (home != null) {
            Optional<Actor> there = lookUpIn(Scope.of(home), person);
            if (there.isPresent() && there.get().commune().equals(home)) {
                return there.get();
            }
            homes.remove(person);
        }
        Actor actor = lookUpIn(Scope.everything(), person).orElseThrow(NotFound::new);
        homes.put(person, actor.commune());
        return actor;
    }

    private Optional<Actor> lookUpIn(Scope scope, PersonId person) {
        try {
            return Optional.of(scope.call(() -> organisation.actor(person)));
        } catch (NotFound elsewhere) {
            return Optional.empty();
        }
    }
}
