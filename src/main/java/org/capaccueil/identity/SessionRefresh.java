package org.capaccueil.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session the identity provider no longer stands for; the request goes on as nobody's. */
final class SessionRefresh extends OncePerRequestFilter {

    private final SessionConfirmation confirmation;

    SessionRefresh(SessionConfirmation confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && signedIn != null && signedIn.getPrincipal() instanceof ProviderPerson person) {
            confirm(session, person);
        }
        chain.doFilter(request, response);
    }

    private void confirm(HttpSession session, ProviderPerson person) {
        Optional<ProviderSession> before = ProviderSession.in(session);
        Optional<ProviderSession> after = before.flatMap(known -> confirmation.confirmed(person, known));
        if (after.isEmpty()) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        } else if (!after.equals(before)) {
            after.get().keepIn(session);
        }
    }
}
