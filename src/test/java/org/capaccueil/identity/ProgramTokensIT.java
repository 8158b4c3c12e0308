package org.capaccueil.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.KeycloakServer;
import org.capaccueil.support.KeycloakTest;
import org.capaccueil.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs show a token of the real provider; what is not exactly that is refused. */
@KeycloakTest
class ProgramTokensIT {

    private static final KeycloakServer KEYCLOAK = KeycloakServer.running();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Autowired
    Organisation organisation;

    @Autowired
    Evaluations evaluations;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private String address;

    @BeforeEach
    void theDemonstrationsCampaignRuns() {
        address = "/api/evaluations/" + anEvaluation().id() + "/label";
    }

    private EvaluationView anEvaluation() {
        var nadia = organisation.actor(organisation
                .byEmail("nadia.benali@pontdeclaix.example")
                .orElseThrow()
                .id());
        CampaignView campaign = evaluations.campaignsOf(nadia.commune()).get(0);
        if (evaluations.ofCampaign(campaign.id()).isEmpty()) {
            planning.launch(nadia, campaign.id());
            jobs.runAll();
        }
        return evaluations.ofCampaign(campaign.id()).get(0);
    }

    @AfterEach
    void asShipped() {
        KEYCLOAK.wire().mend();
        KEYCLOAK.shippedTokenLife();
    }

    @Test
    void aProgramReadsWhatItsCommunesLeadershipReadsAndNoSessionComesOfIt() throws Exception {
        int sessions = sessions();

        HttpResponse<String> answer = ask(KEYCLOAK.machineToken());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"judged\":");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(sessions()).isEqualTo(sessions);
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    @Test
    void aTokenOpensNoPage() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(KEYCLOAK.application() + "/people"))
                        .header("Authorization", "Bearer " + KEYCLOAK.machineToken())
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void withoutATokenNothingIsSaid() throws Exception {
        assertThat(ask(null).statusCode()).isEqualTo(401);
        assertThat(ask("nonsense").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherCommuneFindsNothing() throws Exception {
        String machine = "service-account-" + KeycloakServer.MACHINE;
        KEYCLOAK.change(
                machine,
                account -> account.withObject("attributes").putArray("commune").add("38151"));
        try {
            assertThat(ask(KEYCLOAK.machineToken()).statusCode()).isEqualTo(404);
        } finally {
            KEYCLOAK.change(machine, account -> account.withObject("attributes")
                    .putArray("commune")
                    .add("38317"));
        }
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        KEYCLOAK.accessTokensLive(Duration.ofSeconds(1));
        String token = KEYCLOAK.machineToken();

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> ask(token).statusCode() == 401);
    }

    @Test
    void aRealTokenForAnotherAudienceOrOfAnotherIssuerIsRefused() throws Exception {
        String[] person = new String[1];
        KEYCLOAK.wire().exchangeIdTokens(token -> person[0] = token);
        String login = KEYCLOAK.someone("leadership");
        SignIn.as(KEYCLOAK.application(), login, KEYCLOAK.givePassword(login));

        assertThat(ask(person[0]).statusCode()).as("for the pages").isEqualTo(401);
        assertThat(ask(KEYCLOAK.administratorsToken()).statusCode())
                .as("of another realm")
                .isEqualTo(401);
    }

    @Test
    void aForgedTokenIsRefused() throws Exception {
        SignedJWT real = SignedJWT.parse(KEYCLOAK.machineToken());
        JWTClaimsSet claims = real.getJWTClaimsSet();
        SignedJWT strangers = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(real.getHeader().getKeyID())
                        .build(),
                claims);
        strangers.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        String[] parts = real.serialize().split("\\.");
        String changed = new JWTClaimsSet.Builder(claims)
                .claim("realm_access", Map.of("roles", new String[] {"operator"}))
                .build()
                .toPayload()
                .toBase64URL()
                .toString();

        assertThat(ask(new PlainJWT(claims).serialize()).statusCode())
                .as("algorithm none")
                .isEqualTo(401);
        assertThat(ask(strangers.serialize()).statusCode())
                .as("a stranger's signature")
                .isEqualTo(401);
        assertThat(ask(parts[0] + "." + changed + "." + parts[2]).statusCode())
                .as("changed under the signature")
                .isEqualTo(401);
        assertThat(ask(real.serialize()).statusCode()).as("the real one").isEqualTo(200);
    }

    @Test
    void aTokenWhoseKeyCannotBeAskedForIsNotCalledWrong() throws Exception {
        SignedJWT ofANewKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("not seen yet").build(),
                SignedJWT.parse(KEYCLOAK.machineToken()).getJWTClaimsSet());
        ofANewKey.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));

        KEYCLOAK.wire().cut();
        HttpResponse<String> unchecked = ask(ofANewKey.serialize());
        KEYCLOAK.wire().mend();

        assertThat(unchecked.statusCode()).isEqualTo(503);
        assertThat(unchecked.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(unchecked.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(unchecked.body())
                .contains("\"status\":503", "Fournisseur d'identité injoignable", "dans une minute");
        assertThat(ask(ofANewKey.serialize()).statusCode())
                .as("once the keys can be asked for")
                .isEqualTo(401);
    }

    @Test
    void aTokenWithoutOurRolesIsRefused() throws Exception {
        String machine = "service-account-" + KeycloakServer.MACHINE;
        KEYCLOAK.takeRole(machine, "leadership");
        try {
            assertThat(ask(KEYCLOAK.machineToken()).statusCode()).isEqualTo(401);
        } finally {
            KEYCLOAK.giveRole(machine, "leadership");
        }
    }

    private HttpResponse<String> ask(String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(KEYCLOAK.application() + address));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
