package org.capaccueil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.json.JsonCompareMode.STRICT;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.capaccueil.support.ApplicationTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ApplicationTest
class RoutesTest {

    /** The only addresses somebody who is not signed in may have. */
    private static final Set<String> OPEN = Set.of("/login", "/login/refused", "/error");

    private MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @BeforeEach
    void setUp(@Autowired WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    private record Route(String method, String path) {}

    @Test
    void everyRouteButTheLoginAsksWhoIsThere() {
        assertThat(routes().filter(route ->
                        !OPEN.contains(route.path()) && !isForPrograms(route) && !isForResidents(route)))
                .hasSizeGreaterThan(5)
                .allSatisfy(route -> mvc.perform(request(HttpMethod.valueOf(route.method()), route.path())
                                .with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andExpect(redirectedUrlPattern("**/login")));
    }

    @Test
    void aProgramThatHasNotSignedInIsToldSoAndNotLedToThePageForPeople() {
        assertThat(routes().filter(RoutesTest::isForPrograms)).isNotEmpty().allSatisfy(route -> mvc.perform(
                        request(HttpMethod.valueOf(route.method()), route.path())
                                .with(csrf()))
                .andExpect(status().isUnauthorized()));
    }

    /** Whoever answers a survey is nobody: neither a login page nor a session is begun. */
    @Test
    void aResidentIsNotAskedWhoTheyAre() {
        assertThat(routes().filter(RoutesTest::isForResidents))
                .hasSizeGreaterThan(3)
                .allSatisfy(route -> mvc.perform(request(HttpMethod.valueOf(route.method()), route.path()))
                        .andExpect(status().isNotFound())
                        .andExpect(header().doesNotExist("Set-Cookie"))
                        .andExpect(header().string("Referrer-Policy", "no-referrer")));
    }

    private static boolean isForResidents(Route route) {
        return route.path().startsWith("/s/");
    }

    private static boolean isForPrograms(Route route) {
        return route.path().startsWith("/api/");
    }

    @Test
    void anAddressWithoutARuleIsDeniedEvenToSomebodySignedIn() throws Exception {
        mvc.perform(get("/nobody-wrote-a-rule").with(user("somebody").roles("QUALITY_MANAGER")))
                .andExpect(status().isForbidden());
    }

    @Test
    void everyRouteHasARuleOfItsOwn() {
        assertThat(routes().map(Route::path).filter(path -> !OPEN.contains(path)))
                .allMatch(path -> Stream.of(
                                        "/tasks",
                                        "/campaigns",
                                        "/evaluations",
                                        "/actions",
                                        "/teams",
                                        "/people",
                                        "/auditors",
                                        "/my-data",
                                        "/standards",
                                        "/indicators",
                                        "/network",
                                        "/tally",
                                        "/surveys",
                                        "/mystery",
                                        "/s/",
                                        "/reports",
                                        "/api",
                                        "/operations",
                                        "/organisations")
                                .anyMatch(path::startsWith)
                        || path.equals("/"));
    }

    @Test
    void operationsAndActuatorAreForOperatorsOnly() throws Exception {
        for (String path : new String[] {
            "/operations", "/organisations", "/actuator/health", "/actuator/metrics", "/actuator/prometheus"
        }) {
            mvc.perform(get(path).with(user("manager").roles("QUALITY_MANAGER", "LEADERSHIP", "AUDITOR")))
                    .andExpect(status().isForbidden());
            mvc.perform(get(path)).andExpect(status().is3xxRedirection());
        }
    }

    @Test
    void whetherTheApplicationIsUpIsToldToEverybodyAndNothingElse() throws Exception {
        for (String path : new String[] {"/actuator/health/liveness", "/actuator/health/readiness"}) {
            mvc.perform(get(path))
                    .andExpect(status().isOk())
                    .andExpect(content().json("{\"status\":\"UP\"}", STRICT));
        }
        for (String path : new String[] {"/actuator/health/db", "/actuator/health/liveness/x", "/actuator/info"}) {
            mvc.perform(get(path)).andExpect(status().is3xxRedirection());
        }
    }

    @Test
    void aPostWithoutItsTokenIsRefused() throws Exception {
        mvc.perform(post("/tasks/" + UUID.randomUUID() + "/claim").with(user("somebody")))
                .andExpect(status().isForbidden());
    }

    @Test
    void pagesAllowNoInlineScriptAndNoFrame() throws Exception {
        mvc.perform(get("/login"))
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("script-src 'self';")))
                .andExpect(
                        header().string("Content-Security-Policy", Matchers.containsString("frame-ancestors 'none'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    private Stream<Route> routes() {
        return routes.getHandlerMethods().keySet().stream().flatMap(route -> route.getPatternValues().stream()
                .flatMap(path -> (route.getMethodsCondition().getMethods().isEmpty()
                                ? Stream.of("GET")
                                : route.getMethodsCondition().getMethods().stream()
                                        .map(Enum::name))
                        .map(method -> new Route(
                                method,
                                path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString())))));
    }
}
