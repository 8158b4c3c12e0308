package org.capaccueil.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.capaccueil.organisation.Admissions;
import org.capaccueil.organisation.Organisation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Signing in at Keycloak, the sessions that come of it, and the tokens programs show: what the security rules add for them. */
public final class KeycloakLogin {

    /** Where the login page leads to sign in. */
    public static final String ENTRY = "/oauth2/authorization/" + Keycloak.REGISTRATION;

    private static final String UNCHECKABLE =
            """
            {"type":"about:blank","title":"Fournisseur d'identité injoignable","status":503,\
            "detail":"Le jeton ne peut pas être vérifié pour l'instant. Recommencez dans une minute avec le même."}
            """;

    private static final String SIGNED_OUT = "/login?logout";

    private final KeycloakProperties properties;
    private final Keycloak keycloak;
    private final ClientRegistrationRepository registrations;
    private final AccountAdmission admission;
    private final OidcSessionRegistry backChannel;
    private final Organisation organisation;
    private final Clock clock;

    KeycloakLogin(
            KeycloakProperties properties,
            Keycloak keycloak,
            ClientRegistrationRepository registrations,
            Admissions admissions,
            OidcSessionRegistry backChannel,
            Organisation organisation,
            Clock clock) {
        this.properties = properties;
        this.keycloak = keycloak;
        this.registrations = registrations;
        this.admission = new AccountAdmission(admissions);
        this.backChannel = backChannel;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Signing out leads a form's answer there. */
    public String origin() {
        return properties.origin();
    }

    /** For people: sign in, stay signed in while the provider agrees, sign out on both sides. */
    public void forPeople(HttpSecurity http, String loginPage) throws Exception {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(keycloak.tokens());
        http.oauth2Login(login -> login.loginPage(loginPage)
                        .clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new ProviderSessions(clock))
                        .authorizationEndpoint(
                                start -> start.authorizationRedirectStrategy(this::toTheProviderOrSayItIsAway))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(codes))
                        .userInfoEndpoint(accounts -> accounts.oidcUserService(admission))
                        .failureHandler(new LoginRefused())
                        .defaultSuccessUrl("/"))
                .oidcLogout(logout -> logout.oidcSessionRegistry(backChannel).backChannel(Customizer.withDefaults()))
                .logout(logout -> logout.logoutSuccessHandler(atTheProviderToo()))
                .addFilterBefore(new SessionRefresh(confirmation()), AuthorizationFilter.class);
    }

    /** For programs: the token they show is all there is, no session comes of it. */
    public void forPrograms(HttpSecurity http) throws Exception {
        http.oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.decoder(keycloak.accessTokens())
                        .jwtAuthenticationConverter(new ProgramTokens(organisation)))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(KeycloakLogin::refuseToken);
                        return filter;
                    }
                }));
    }

    /** A token that cannot be checked for now is not a wrong one. */
    private static void refuseToken(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(UNCHECKABLE);
            return;
        }
        new BearerTokenAuthenticationEntryPoint().commence(request, response, failure);
    }

    private SessionConfirmation confirmation() {
        RestClientRefreshTokenTokenResponseClient refreshed = new RestClientRefreshTokenTokenResponseClient();
        refreshed.setRestClient(keycloak.tokens());
        return new SessionConfirmation(
                keycloak.registration(), refreshed, keycloak.idTokens(), admission, properties.goesOnWithout(), clock);
    }

    private OidcClientInitiatedLogoutSuccessHandler atTheProviderToo() {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}" + SIGNED_OUT);
        handler.setDefaultTargetUrl(SIGNED_OUT);
        handler.setRedirectStrategy((request, response, address) -> response.sendRedirect(
                address.startsWith(properties.origin()) && keycloak.answers()
                        ? address
                        : request.getContextPath() + SIGNED_OUT));
        return handler;
    }

    private void toTheProviderOrSayItIsAway(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        response.sendRedirect(
                keycloak.answers() ? address : request.getContextPath() + LoginRefusal.UNREACHABLE.page());
    }
}
