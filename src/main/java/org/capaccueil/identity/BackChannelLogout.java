package org.capaccueil.identity;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Ends sessions when the identity provider says so. The sessions every node shares are the register: they are found by
 * their person and deleted, so no node has to tell another.
 */
final class BackChannelLogout<S extends Session> implements OidcSessionRegistry {

    private static final Logger log = LoggerFactory.getLogger(BackChannelLogout.class);

    private final FindByIndexNameSessionRepository<S> sessions;

    BackChannelLogout(FindByIndexNameSessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation session) {
        // the session itself says whose it is
    }

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String session) {
        return null;
    }

    /** Deletes the sessions; none is left for the framework to end. */
    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken order) {
        if (order.getSubject() == null) {
            log.warn(
                    "the provider ended session {} without saying whose it is: it ends here when it is next confirmed",
                    order.getSessionId());
            return List.of();
        }
        Collection<S> ofThePerson =
                sessions.findByPrincipalName(order.getSubject()).values();
        ofThePerson.stream().filter(session -> isMeant(session, order)).forEach(session -> {
            sessions.deleteById(session.getId());
            log.info("the identity provider ended a session of {}", order.getSubject());
        });
        return List.of();
    }

    /** Without a session's id all sessions of the person are meant. */
    private static boolean isMeant(Session session, OidcLogoutToken order) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context != null
                && context.getAuthentication().getPrincipal() instanceof ProviderPerson person
                && (order.getSessionId() == null
                        || order.getSessionId().equals(person.getIdToken().getClaimAsString("sid")));
    }
}
