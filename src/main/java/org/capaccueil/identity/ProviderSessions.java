package org.capaccueil.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/**
 * Where the tokens of a sign-in go: into the session, which every node reads, and nowhere else. {@link SessionRefresh}
 * uses them from there; the framework never asks for them again.
 */
final class ProviderSessions implements OAuth2AuthorizedClientRepository {

    private final Clock clock;

    ProviderSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        new ProviderSession(client.getAccessToken(), client.getRefreshToken(), clock.instant())
                .keepIn(request.getSession());
    }

    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request) {
        return null;
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        // gone with the session
    }
}
