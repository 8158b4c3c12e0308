package org.capaccueil.identity;

import java.time.Clock;
import org.capaccueil.organisation.Admissions;
import org.capaccueil.organisation.Organisation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** People sign in at Keycloak as soon as its realm is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("capaccueil.keycloak.issuer")
@EnableConfigurationProperties(KeycloakProperties.class)
class KeycloakConfiguration {

    @Bean
    Keycloak keycloak(KeycloakProperties properties) {
        return new Keycloak(properties);
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(Keycloak keycloak) {
        return new InMemoryClientRegistrationRepository(keycloak.registration());
    }

    /** The framework looks for it when somebody comes back from the provider. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(Keycloak keycloak) {
        JwtDecoder decoder = keycloak.idTokens();
        return registration -> decoder;
    }

    @Bean
    OidcSessionRegistry backChannelLogout(FindByIndexNameSessionRepository<? extends Session> sessions) {
        return new BackChannelLogout<>(sessions);
    }

    @Bean
    KeycloakLogin keycloakLogin(
            KeycloakProperties properties,
            Keycloak keycloak,
            ClientRegistrationRepository registrations,
            Admissions admissions,
            OidcSessionRegistry backChannel,
            Organisation organisation,
            Clock clock) {
        return new KeycloakLogin(properties, keycloak, registrations, admissions, backChannel, organisation, clock);
    }
}
