package org.capaccueil.web;

import java.util.LinkedHashMap;
import org.capaccueil.identity.CurrentPerson;
import org.capaccueil.identity.CurrentRoles;
import org.capaccueil.identity.KeycloakLogin;
import org.capaccueil.identity.LocalAccounts;
import org.capaccueil.shared.Actor;
import org.capaccueil.web.AccessLog.Outcome;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Every address has a rule here, and what has none is denied. The rules say who may knock; what a person may see or do
 * behind the door is decided by the use cases.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String LOGIN = "/login";
    private static final String PROGRAMS = "/api/**";

    /**
     * Rules are matched by the address alone. Spring's default of this version looks the page's method up among all of them
     * for every rule it tries.
     */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean rulesByAddress() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** What pages are drawn with asks nobody who they are, and so costs no look at the session. */
    @Bean
    @Order(1)
    SecurityFilterChain drawing(HttpSecurity http, ObjectProvider<KeycloakLogin> keycloak) throws Exception {
        return headers(http, keycloak)
                .securityMatcher(
                        "/css/**", "/js/**", "/img/**", "/fonts/**", "/webjars/**", "/favicon.ico", "/tally-worker.js")
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** A program shows its token with each request: nothing to remember, and nothing a page could send in its name. */
    @Bean
    @Order(2)
    @ConditionalOnProperty("capaccueil.keycloak.issuer")
    SecurityFilterChain programs(HttpSecurity http, ObjectProvider<KeycloakLogin> keycloak) throws Exception {
        RequestMatcher path = PathPatternRequestMatcher.withDefaults().matcher(PROGRAMS);
        headers(http, keycloak)
                .securityMatcher(
                        request -> path.matches(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable);
        keycloak.getObject().forPrograms(http);
        return http.build();
    }

    /**
     * Residents answer a survey as nobody: no session is looked for or begun, no cookie is set, and no other site is told
     * the address. What a form is known by stands in the form itself, so there is nothing another site could send in
     * somebody's name.
     */
    @Bean
    @Order(3)
    SecurityFilterChain residents(HttpSecurity http, ObjectProvider<KeycloakLogin> keycloak) throws Exception {
        return headers(http, keycloak)
                .securityMatcher("/s/**")
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex")))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(
            HttpSecurity http,
            CurrentPerson currentPerson,
            AccessLog access,
            ObjectProvider<LocalAccounts> localAccounts,
            ObjectProvider<KeycloakLogin> keycloak)
            throws Exception {
        headers(http, keycloak)
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                LOGIN,
                                "/login/refused",
                                "/error",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers("/actuator/**", "/operations/**", "/organisations/**")
                        .hasRole("OPERATOR")
                        .requestMatchers("/network/comparison", "/network/comparison.csv")
                        .hasAnyRole("OBSERVER", "QUALITY_MANAGER", "LEADERSHIP")
                        .requestMatchers("/", "/my-data/**")
                        .authenticated()
                        .requestMatchers(
                                "/tasks/**",
                                "/campaigns/**",
                                "/evaluations/**",
                                "/actions/**",
                                "/teams/**",
                                "/people/**",
                                "/auditors/**",
                                "/standards/**",
                                "/indicators/**",
                                "/network/**",
                                "/tally/**",
                                "/surveys/**",
                                "/mystery/**",
                                "/reports/**",
                                PROGRAMS)
                        .access(takesPart(currentPerson))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(loggedEntry(access)).accessDeniedHandler(loggedDenial(access)))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .csrf(Customizer.withDefaults());
        if (localAccounts.getIfAvailable() != null) {
            http.formLogin(login -> login.loginPage(LOGIN).defaultSuccessUrl("/"));
        }
        if (keycloak.getIfAvailable() != null) {
            keycloak.getObject().forPeople(http, LOGIN);
        }
        return http.addFilterBefore(new UnreadableSession(), SecurityContextHolderFilter.class)
                .addFilterBefore(new CurrentRoles(currentPerson), AuthorizationFilter.class)
                .build();
    }

    /** An observer reads what communes have in common; whatever belongs to one of them is not theirs to open. */
    private static AuthorizationManager<RequestAuthorizationContext> takesPart(CurrentPerson currentPerson) {
        return AuthorizationManagers.allOf(
                AuthenticatedAuthorizationManager.authenticated(),
                (who, request) -> new AuthorizationDecision(
                        currentPerson.actor().filter(Actor::onlyObserves).isEmpty()));
    }

    private static AuthenticationEntryPoint loggedEntry(AccessLog access) {
        AuthenticationEntryPoint entry = whereToSignIn();
        return (request, response, anonymous) -> {
            access.turnedDown(request, Outcome.ANONYMOUS);
            entry.commence(request, response, anonymous);
        };
    }

    private static AccessDeniedHandler loggedDenial(AccessLog access) {
        AccessDeniedHandler page = new AccessDeniedHandlerImpl();
        return (request, response, denied) -> {
            access.turnedDown(request, Outcome.DENIED);
            page.handle(request, response, denied);
        };
    }

    private static HttpSecurity headers(HttpSecurity http, ObjectProvider<KeycloakLogin> keycloak) throws Exception {
        String policy = keycloak.stream()
                .findAny()
                .map(login -> ContentSecurityPolicy.leadingTo(login.origin()))
                .orElse(ContentSecurityPolicy.DIRECTIVES);
        return http.headers(headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("geolocation=(), microphone=(), camera=(self)")));
    }

    /** People are led to the login page; a program would take that page for its answer and is told plainly. */
    private static AuthenticationEntryPoint whereToSignIn() {
        LinkedHashMap<RequestMatcher, AuthenticationEntryPoint> programs = new LinkedHashMap<>();
        programs.put(
                PathPatternRequestMatcher.withDefaults().matcher(PROGRAMS),
                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED));
        DelegatingAuthenticationEntryPoint all = new DelegatingAuthenticationEntryPoint(programs);
        all.setDefaultEntryPoint(new LoginUrlAuthenticationEntryPoint(LOGIN));
        return all;
    }
}
