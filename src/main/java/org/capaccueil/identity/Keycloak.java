package org.capaccueil.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The identity provider as this server talks to it. Its endpoints are known from its address alone: nothing is asked of
 * it before somebody signs in, so the application starts while it is away. No call waits for long.
 */
final class Keycloak {

    static final String REGISTRATION = "keycloak";

    private static final Logger log = LoggerFactory.getLogger(Keycloak.class);
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(5);

    private final KeycloakProperties properties;
    private final JdkClientHttpRequestFactory requests;

    Keycloak(KeycloakProperties properties) {
        this.properties = properties;
        this.requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTS_WITHIN)
                .build());
        this.requests.setReadTimeout(ANSWERS_WITHIN);
    }

    ClientRegistration registration() {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email")
                .issuerUri(properties.issuer().toString())
                .authorizationUri(properties.forBrowsers("auth"))
                .tokenUri(properties.internal("token"))
                .jwkSetUri(properties.internal("certs"))
                .providerConfigurationMetadata(Map.of("end_session_endpoint", properties.forBrowsers("logout")))
                .build();
    }

    /** For the token endpoint. */
    RestClient tokens() {
        return RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** Reads what says who somebody is. */
    JwtDecoder idTokens() {
        NimbusJwtDecoder decoder = decoder();
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCKS_DIFFER_BY), new OidcIdTokenValidator(registration())));
        return decoder;
    }

    /** Reads what a program shows. */
    JwtDecoder accessTokens() {
        NimbusJwtDecoder decoder = decoder();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCKS_DIFFER_BY),
                new JwtIssuerValidator(properties.issuer().toString()),
                new JwtClaimValidator<java.util.Collection<String>>(
                        JwtClaimNames.AUD, to -> to != null && to.contains(properties.apiAudience()))));
        return decoder;
    }

    private NimbusJwtDecoder decoder() {
        return NimbusJwtDecoder.withJwkSetUri(properties.internal("certs"))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(requests))
                .build();
    }

    /** Whether it is worth sending a browser there. */
    boolean answers() {
        try {
            RestClient.create(new RestTemplate(requests))
                    .get()
                    .uri(properties.internal("certs"))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (RestClientException away) {
            log.warn("the identity provider does not answer at {}: {}", properties.internal("certs"), away.toString());
            return false;
        }
    }

    /** Whether this failure says that it could not be asked, and not that it said no. */
    static boolean couldNotBeAsked(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException && !(cause instanceof HttpClientErrorException)) {
                return true;
            }
        }
        return false;
    }
}
