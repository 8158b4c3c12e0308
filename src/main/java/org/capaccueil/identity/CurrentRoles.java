package org.capaccueil.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** What security rules and pages call roles are those of this moment, never those of the sign-in. */
public final class CurrentRoles extends OncePerRequestFilter {

    private final CurrentPerson currentPerson;

    public CurrentRoles(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Supplier<SecurityContext> signedIn = SecurityContextHolder.getDeferredContext();
        // only a request that asks who is there costs a look at the register
        SecurityContextHolder.setDeferredContext(SingletonSupplier.of(() -> asOfNow(signedIn.get())));
        chain.doFilter(request, response);
    }

    /** An error page is a page too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private SecurityContext asOfNow(SecurityContext context) {
        Authentication session = context.getAuthentication();
        if (session == null || !(session.getPrincipal() instanceof SignedIn)) {
            return context;
        }
        List<SimpleGrantedAuthority> roles = currentPerson.actor(session).stream()
                .flatMap(actor -> actor.roles().stream())
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        return new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(session.getPrincipal(), "", roles));
    }
}
