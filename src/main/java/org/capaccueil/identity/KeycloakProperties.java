package org.capaccueil.identity;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The realm people sign in at.
 *
 * @param issuer the realm's address as browsers and tokens know it: {@code https://comptes.example.fr/realms/cap-accueil}
 * @param internalAddress the same realm as this server reaches it, when that is another way
 * @param apiAudience what a program's token has to be made out to
 * @param goesOnWithout how long a session goes on when the provider cannot be asked whether it still may
 */
@ConfigurationProperties("capaccueil.keycloak")
record KeycloakProperties(
        URI issuer,
        @Nullable URI internalAddress,
        @DefaultValue("cap-accueil") String clientId,
        String clientSecret,
        @DefaultValue("cap-accueil-api") String apiAudience,
        @DefaultValue("8h") Duration goesOnWithout) {

    /** An endpoint this server calls. */
    String internal(String endpoint) {
        return (internalAddress == null ? issuer : internalAddress) + "/protocol/openid-connect/" + endpoint;
    }

    /** An endpoint the browser is sent to. */
    String forBrowsers(String endpoint) {
        return issuer + "/protocol/openid-connect/" + endpoint;
    }

    String origin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }
}
