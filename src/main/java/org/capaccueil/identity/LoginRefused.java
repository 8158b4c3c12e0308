package org.capaccueil.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.capaccueil.organisation.AdmissionRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads whoever comes back from the identity provider without being let in to the page that says why. */
final class LoginRefused implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(LoginRefused.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LoginRefusal why = why(failure);
        log.warn("nobody is signed in ({}): {}", why, failure.toString());
        response.sendRedirect(request.getContextPath() + why.page());
    }

    private static LoginRefusal why(AuthenticationException failure) {
        if (failure.getCause() instanceof AdmissionRefused refused) {
            return LoginRefusal.of(refused);
        }
        return Keycloak.couldNotBeAsked(failure) ? LoginRefusal.UNREACHABLE : LoginRefusal.FAILED;
    }
}
