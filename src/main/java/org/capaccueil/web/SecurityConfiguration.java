package org.capaccueil.web;

import java.util.LinkedHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Every address has a rule here, and what has none is denied. The rules say who may knock; what a person may see or do
 * behind the door is decided by the use cases.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String LOGIN = "/login";

    @Bean
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(rules -> rules.requestMatchers(
                                LOGIN,
                                "/css/**",
                                "/js/**",
                                "/img/**",
                                "/fonts/**",
                                "/webjars/**",
                                "/favicon.ico",
                                "/error")
                        .permitAll()
                        .requestMatchers("/actuator/**", "/operations/**", "/organisations/**")
                        .hasRole("OPERATOR")
                        .requestMatchers(
                                "/",
                                "/tasks/**",
                                "/campaigns/**",
                                "/evaluations/**",
                                "/actions/**",
                                "/teams/**",
                                "/people/**",
                                "/standards/**",
                                "/reports/**",
                                "/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .formLogin(login -> login.loginPage(LOGIN).defaultSuccessUrl("/"))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(whereToSignIn()))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(ContentSecurityPolicy.DIRECTIVES))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("geolocation=(), microphone=(), camera=(self)")))
                .csrf(Customizer.withDefaults())
                .build();
    }

    /** People are led to the login page; a program would take that page for its answer and is told plainly. */
    private static AuthenticationEntryPoint whereToSignIn() {
        LinkedHashMap<RequestMatcher, AuthenticationEntryPoint> programs = new LinkedHashMap<>();
        programs.put(
                PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED));
        DelegatingAuthenticationEntryPoint all = new DelegatingAuthenticationEntryPoint(programs);
        all.setDefaultEntryPoint(new LoginUrlAuthenticationEntryPoint(LOGIN));
        return all;
    }
}
