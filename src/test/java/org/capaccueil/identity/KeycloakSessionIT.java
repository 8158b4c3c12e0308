package org.capaccueil.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import org.capaccueil.CapAccueilApplication;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.support.KeycloakServer;
import org.capaccueil.support.KeycloakTest;
import org.capaccueil.support.SettableClock;
import org.capaccueil.support.SignIn;
import org.capaccueil.support.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session lasts as long as the identity provider stands for it, on every node, and through its absence. */
@KeycloakTest
class KeycloakSessionIT {

    private static final KeycloakServer KEYCLOAK = KeycloakServer.running();
    private static final String HERE = KEYCLOAK.application();

    @Autowired
    SettableClock clock;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @AfterEach
    void asShipped() {
        KEYCLOAK.wire().mend();
        KEYCLOAK.shippedTokenLife();
        clock.reset();
    }

    @Test
    void aTokenOfTheShippedRealmLivesFiveMinutesAtMost() throws Exception {
        JWTClaimsSet token = SignedJWT.parse(KEYCLOAK.machineToken()).getJWTClaimsSet();

        assertThat(Duration.between(
                        token.getIssueTime().toInstant(),
                        token.getExpirationTime().toInstant()))
                .isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAndTheTrailSaysSo() throws Exception {
        String login = KEYCLOAK.someone("operator", "auditor");
        KEYCLOAK.accessTokensLive(Duration.ofSeconds(1));
        SignIn person = signedIn(login);
        assertThat(person.get("/operations").statusCode()).isEqualTo(200);
        assertThat(person.get("/actuator/metrics").statusCode()).isEqualTo(200);

        KEYCLOAK.takeRole(login, "operator");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> person.get("/operations").statusCode() == 403);
        assertThat(person.get("/actuator/metrics").statusCode()).isEqualTo(403);
        assertThat(person.get("/").body()).doesNotContain("href=\"/operations\"");
        assertThat(jdbc.sql(
                                "select after_value from trail_entry where subject = ? and action = ? order by id desc limit 1")
                        .params("Essai " + login, "Rôles repris du fournisseur d'identité")
                        .query(String.class)
                        .single())
                .isEqualTo(Role.AUDITOR.title());
    }

    @Test
    void whoHasNoRoleLeftIsOut() throws Exception {
        String login = KEYCLOAK.someone("agent");
        KEYCLOAK.accessTokensLive(Duration.ofSeconds(1));
        SignIn person = signedIn(login);

        KEYCLOAK.takeRole(login, "agent");

        isOut(person);
    }

    @Test
    void whoIsDisabledAtTheProviderIsOut() throws Exception {
        String login = KEYCLOAK.someone("leadership");
        KEYCLOAK.accessTokensLive(Duration.ofSeconds(1));
        SignIn person = signedIn(login);

        KEYCLOAK.change(login, account -> account.put("enabled", false));

        isOut(person);
    }

    private static void isOut(SignIn person) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !person.isSignedIn());
    }

    @Test
    void aTeamCountsOnlyWithTheRoleForIt() throws Exception {
        SignIn.as(HERE, "responsable", KEYCLOAK.givePassword("responsable"));

        assertThat(organisation.actor(idOf("eloise.boeuf@pontdeclaix.example")).leads())
                .hasSize(1);

        KEYCLOAK.takeRole("responsable", "team-lead");
        KEYCLOAK.giveRole("responsable", "auditor");
        try {
            SignIn.as(HERE, "responsable", KEYCLOAK.givePassword("responsable"));
            assertThat(organisation.actor(idOf("eloise.boeuf@pontdeclaix.example")))
                    .satisfies(actor -> assertThat(actor.leads()).isEmpty())
                    .satisfies(actor -> assertThat(actor.teams()).isEmpty())
                    .satisfies(actor -> assertThat(actor.roles()).containsExactly(Role.AUDITOR));
        } finally {
            KEYCLOAK.takeRole("responsable", "auditor");
            KEYCLOAK.giveRole("responsable", "team-lead");
        }
    }

    private PersonId idOf(String email) {
        return organisation.byEmail(email).orElseThrow().id();
    }

    @Test
    void whatTheProviderEndsEndsHereAtTheNextClick() throws Exception {
        String login = KEYCLOAK.someone("agent");
        SignIn person = signedIn(login);
        SignIn another = signedIn(KEYCLOAK.someone("agent"));

        KEYCLOAK.signOut(login);

        isOut(person);
        assertThat(another.isSignedIn()).as("nobody else's session ended").isTrue();
    }

    @Test
    void aRunningSessionGoesOnWhileTheProviderIsAwayButNotForEver() throws Exception {
        SignIn person = signedIn(KEYCLOAK.someone("agent"));
        KEYCLOAK.wire().cut();

        clock.advance(Duration.ofMinutes(4));
        assertThat(person.isSignedIn())
                .as("its token has expired, the provider is away")
                .isTrue();
        assertThat(person.location(person.get("/oauth2/authorization/keycloak")))
                .isEqualTo(LoginRefusal.UNREACHABLE.page());
        assertThat(person.get(LoginRefusal.UNREACHABLE.page()).statusCode()).isEqualTo(503);

        clock.advance(Duration.ofHours(7));
        assertThat(person.isSignedIn()).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(person.isSignedIn())
                .as("eight hours without a word of the provider")
                .isFalse();
    }

    @Test
    void aSessionIsConfirmedAgainWhenTheProviderIsBack() throws Exception {
        String login = KEYCLOAK.someone("agent");
        SignIn person = signedIn(login);
        KEYCLOAK.wire().cut();
        clock.advance(Duration.ofMinutes(4));
        assertThat(person.isSignedIn()).isTrue();

        KEYCLOAK.change(login, account -> account.put("enabled", false));
        KEYCLOAK.wire().mend();
        clock.advance(Duration.ofSeconds(16));

        assertThat(person.isSignedIn()).isFalse();
    }

    @Test
    void aNodeStartsWithoutTheProviderAndSigningOutThereEndsTheSessionsOfTheOtherNode() throws Exception {
        KEYCLOAK.wire().cut();
        try (ConfigurableApplicationContext node = secondNode()) {
            String there = "http://localhost:"
                    + ((ServletWebServerApplicationContext) node).getWebServer().getPort();
            KEYCLOAK.alsoLeadsBackTo(there);
            SignIn early = new SignIn(there);
            assertThat(early.get("/login").statusCode()).isEqualTo(200);
            assertThat(early.begin()).isEqualTo(LoginRefusal.UNREACHABLE.page());

            KEYCLOAK.wire().mend();
            String login = KEYCLOAK.someone("leadership");
            SignIn person = signedIn(login);
            assertThat(person.isSignedIn()).isTrue();
            // the provider knows the browser by now: no password on the way to the second session
            String back =
                    person.location(person.get(person.location(person.get(there + "/oauth2/authorization/keycloak"))));
            assertThat(person.get(back).statusCode()).isEqualTo(302);
            assertThat(person.get(there + "/").statusCode()).isEqualTo(200);

            person.get(person.location(person.signOut(there)));

            isOut(person);
            assertThat(person.get(there + "/").statusCode()).isEqualTo(302);
        }
    }

    private ConfigurableApplicationContext secondNode() {
        return new SpringApplicationBuilder(CapAccueilApplication.class)
                .properties(KEYCLOAK.settings())
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "--spring.flyway.user=" + TestPostgres.OWNER,
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--spring.jmx.enabled=false");
    }

    private static SignIn signedIn(String login) throws Exception {
        SignIn person = SignIn.as(HERE, login, KEYCLOAK.givePassword(login));
        assertThat(person.isSignedIn()).as(login).isTrue();
        return person;
    }
}
