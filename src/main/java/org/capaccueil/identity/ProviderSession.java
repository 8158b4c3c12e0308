package org.capaccueil.identity;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * What a session keeps of the provider's: the token that says until when it was confirmed, the one it is confirmed
 * again with, and since when that has been the last word.
 */
record ProviderSession(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, Instant confirmedAt)
        implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String KEY = ProviderSession.class.getName();

    static Optional<ProviderSession> in(HttpSession session) {
        return Optional.ofNullable((ProviderSession) session.getAttribute(KEY));
    }

    void keepIn(HttpSession session) {
        session.setAttribute(KEY, this);
    }

    boolean isConfirmedAt(Instant now) {
        return access.getExpiresAt() != null && now.isBefore(access.getExpiresAt());
    }

    /** Whether it may go on although the provider cannot be asked. */
    boolean mayGoOnAt(Instant now, Duration longest) {
        return now.isBefore(confirmedAt.plus(longest));
    }
}
