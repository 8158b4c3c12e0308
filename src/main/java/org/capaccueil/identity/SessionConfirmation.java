package org.capaccueil.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.capaccueil.organisation.AdmissionRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Asks the identity provider whether a session may go on, once its access token has expired: a disabled user or a
 * removed role is out within the life of that token. A provider that cannot be asked ends nobody's session for a while.
 */
final class SessionConfirmation {

    private static final Logger log = LoggerFactory.getLogger(SessionConfirmation.class);

    /** While it is away not every click waits for it again. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(15);

    private final ClientRegistration registration;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokens;
    private final JwtDecoder idTokens;
    private final AccountAdmission admission;
    private final Duration goesOnWithout;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> awaySince = new AtomicReference<>();
    private volatile Instant lastAskedInVain = Instant.MIN;

    SessionConfirmation(
            ClientRegistration registration,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokens,
            JwtDecoder idTokens,
            AccountAdmission admission,
            Duration goesOnWithout,
            Clock clock) {
        this.registration = registration;
        this.tokens = tokens;
        this.idTokens = idTokens;
        this.admission = admission;
        this.goesOnWithout = goesOnWithout;
        this.clock = clock;
    }

    /** The session as it goes on; empty when it is over. */
    Optional<ProviderSession> confirmed(ProviderPerson person, ProviderSession session) {
        Instant now = clock.instant();
        if (session.isConfirmedAt(now)) {
            return Optional.of(session);
        }
        OAuth2RefreshToken refresh = session.refresh();
        if (refresh == null) {
            return Optional.empty();
        }
        if (wasAskedInVainJustBefore(now)) {
            return unconfirmed(person, session, now);
        }
        try {
            OAuth2AccessTokenResponse answer = tokens.getTokenResponse(
                    new OAuth2RefreshTokenGrantRequest(registration, session.access(), refresh));
            takeOver(person, answer);
            isBack();
            return Optional.of(new ProviderSession(answer.getAccessToken(), answer.getRefreshToken(), now));
        } catch (OAuth2AuthorizationException | JwtException | AdmissionRefused no) {
            if (Keycloak.couldNotBeAsked(no)) {
                isAway(no, now);
                return unconfirmed(person, session, now);
            }
            log.info("the session of {} is over: {}", person.person(), no.toString());
            return Optional.empty();
        }
    }

    private void takeOver(ProviderPerson person, OAuth2AccessTokenResponse answer) {
        Jwt proven =
                idTokens.decode(String.valueOf(answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN)));
        OidcIdToken token = new OidcIdToken(
                proven.getTokenValue(), proven.getIssuedAt(), proven.getExpiresAt(), proven.getClaims());
        if (!token.getSubject().equals(person.getSubject())) {
            throw new JwtException("refreshed as somebody else");
        }
        admission.admit(token);
    }

    private Optional<ProviderSession> unconfirmed(ProviderPerson person, ProviderSession session, Instant now) {
        if (session.mayGoOnAt(now, goesOnWithout)) {
            return Optional.of(session);
        }
        log.info("the session of {} is over: not confirmed since {}", person.person(), session.confirmedAt());
        return Optional.empty();
    }

    /** A clock that was set back since does not keep anybody from asking. */
    private boolean wasAskedInVainJustBefore(Instant now) {
        Instant asked = lastAskedInVain;
        return !now.isBefore(asked) && asked.isAfter(now.minus(ASKED_AGAIN_AFTER));
    }

    private void isAway(Exception failure, Instant now) {
        lastAskedInVain = now;
        if (awaySince.compareAndSet(null, now)) {
            log.warn("the identity provider cannot be asked; running sessions go on: {}", failure.toString());
        }
    }

    private void isBack() {
        Instant since = awaySince.getAndSet(null);
        if (since != null) {
            log.info("the identity provider answers again; it had been away since {}", since);
        }
    }
}
