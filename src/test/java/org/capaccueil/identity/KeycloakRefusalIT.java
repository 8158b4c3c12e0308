package org.capaccueil.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.support.KeycloakServer;
import org.capaccueil.support.KeycloakTest;
import org.capaccueil.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts that are nobody's, and tokens that were tampered with: each is refused and no session comes of it. */
@KeycloakTest
class KeycloakRefusalIT {

    private static final KeycloakServer KEYCLOAK = KeycloakServer.running();
    private static final String HERE = KEYCLOAK.application();
    private static final RSAKey A_STRANGERS_KEY = key();

    @Autowired
    Organisation organisation;

    @AfterEach
    void mend() {
        KEYCLOAK.wire().mend();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("stranger").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void anAccountWithoutARoleIsToldSo() throws Exception {
        refused(KEYCLOAK.someone(), LoginRefusal.NO_ROLE);
    }

    @Test
    void anAccountOfNoCommuneThatNobodyRecordedIsToldSo() throws Exception {
        String login = newLogin();
        KEYCLOAK.createUser(login, login + "@nulle-part.example", true, Map.of());
        KEYCLOAK.giveRole(login, "agent");

        refused(login, LoginRefusal.NO_COMMUNE);
    }

    @Test
    void anAddressNobodyVerifiedMakesNobodyTheOwnerOfWhatIsRecordedUnderIt() throws Exception {
        String login = newLogin();
        KEYCLOAK.createUser(login, "chloe.martinez@pontdeclaix.example", false, Map.of());
        KEYCLOAK.giveRole(login, "agent");

        refused(login, LoginRefusal.NO_COMMUNE);

        KEYCLOAK.change(login, account -> account.put("emailVerified", true)
                .put("email", "CHLOE.Martinez@pontdeclaix.example"));
        SignIn person = SignIn.as(HERE, login, KEYCLOAK.givePassword(login));
        assertThat(person.get("/").body()).contains("Chloé Martinez");
    }

    @Test
    void theSecondOfTwoPeopleWithOneAddressIsRefused() throws Exception {
        String first = KEYCLOAK.someone("agent");
        String address = first + "@pontdeclaix.example";
        SignIn person = SignIn.as(HERE, first, KEYCLOAK.givePassword(first));
        PersonView known = organisation.byEmail(address).orElseThrow();

        KEYCLOAK.change(first, account -> account.put("email", "autre." + address));
        String second = newLogin();
        KEYCLOAK.createUser(second, address, true, Map.of("attributes", Map.of("commune", List.of("38317"))));
        KEYCLOAK.giveRole(second, "quality-manager");

        refused(second, LoginRefusal.EMAIL_TAKEN);
        assertThat(organisation.byEmail(address)).contains(known);
        assertThat(person.isSignedIn()).isTrue();
    }

    private static String newLogin() {
        return "essai-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static void refused(String login, LoginRefusal why) throws Exception {
        SignIn person = new SignIn(HERE);
        HttpResponse<String> answer = person.get(person.comeBack(person.begin(), login, KEYCLOAK.givePassword(login)));

        refused(person, answer, why);
    }

    private static void refused(SignIn person, HttpResponse<String> answer, LoginRefusal why) throws Exception {
        assertThat(person.location(answer)).isEqualTo(why.page());
        HttpResponse<String> page = person.get(why.page());
        assertThat(page.statusCode()).isEqualTo(why.status());
        assertThat(page.body()).contains("Vous n’êtes pas connecté");
        assertThat(person.isSignedIn()).isFalse();
    }

    /** What an identity token must not be, made of the real one on its way. */
    enum Forgery {
        ALGORITHM_NONE {
            @Override
            String of(SignedJWT real) throws ParseException {
                return new PlainJWT(real.getJWTClaimsSet()).serialize();
            }
        },
        SIGNATURE_OF_A_STRANGER {
            @Override
            String of(SignedJWT real) throws Exception {
                return signed(real.getHeader().getKeyID(), real.getJWTClaimsSet());
            }
        },
        SIGNED_WITH_A_SHARED_SECRET {
            @Override
            String of(SignedJWT real) throws Exception {
                return signed(
                        new JWSHeader(JWSAlgorithm.HS256),
                        real.getJWTClaimsSet(),
                        new MACSigner("0123456789abcdef0123456789abcdef"));
            }
        },
        CLAIMS_CHANGED_UNDER_THE_SIGNATURE {
            @Override
            String of(SignedJWT real) throws Exception {
                String claims = new JWTClaimsSet.Builder(real.getJWTClaimsSet())
                        .subject(UUID.randomUUID().toString())
                        .build()
                        .toPayload()
                        .toBase64URL()
                        .toString();
                String[] parts = real.serialize().split("\\.");
                return parts[0] + "." + claims + "." + parts[2];
            }
        },
        A_REAL_TOKEN_OF_ANOTHER_ISSUER {
            @Override
            String of(SignedJWT real) {
                return KEYCLOAK.administratorsToken();
            }
        },
        A_REAL_TOKEN_FOR_ANOTHER_AUDIENCE {
            @Override
            String of(SignedJWT real) {
                return KEYCLOAK.machineToken();
            }
        };

        abstract String of(SignedJWT real) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void aForgedIdentityTokenIsRefused(Forgery forgery) throws Exception {
        String login = KEYCLOAK.someone("operator");
        KEYCLOAK.wire().exchangeIdTokens(real -> {
            try {
                return forgery.of(SignedJWT.parse(real));
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        });

        refused(login, LoginRefusal.FAILED);

        KEYCLOAK.wire().mend();
        assertThat(SignIn.as(HERE, login, KEYCLOAK.givePassword(login)).isSignedIn())
                .as("the real one signs in")
                .isTrue();
    }

    @Test
    void aTokenForAnotherSignInIsRefused() throws Exception {
        String login = KEYCLOAK.someone("agent");
        SignIn person = new SignIn(HERE);
        String withAnotherNonce = person.begin().replaceAll("nonce=[^&]+", "nonce=another");

        refused(
                person,
                person.get(person.comeBack(withAnotherNonce, login, KEYCLOAK.givePassword(login))),
                LoginRefusal.FAILED);
    }

    @Test
    void theProviderGetsAChallengeAndTheCodeIsWorthNothingWithoutItsVerifier() throws Exception {
        String login = KEYCLOAK.someone("agent");
        SignIn person = new SignIn(HERE);
        String begin = person.begin();
        assertThat(begin).contains("code_challenge=", "code_challenge_method=S256", "state=", "nonce=");

        String anothersChallenge = begin.replaceAll("code_challenge=[^&]+", "code_challenge=" + "A".repeat(43));

        refused(
                person,
                person.get(person.comeBack(anothersChallenge, login, KEYCLOAK.givePassword(login))),
                LoginRefusal.FAILED);
    }

    @Test
    void aCodeServesOnceAndOnlyWhoAskedForIt() throws Exception {
        String login = KEYCLOAK.someone("agent");
        SignIn person = new SignIn(HERE);
        String back = person.comeBack(person.begin(), login, KEYCLOAK.givePassword(login));
        person.get(back);
        assertThat(person.isSignedIn()).isTrue();

        SignIn thief = new SignIn(HERE);
        refused(thief, thief.get(back), LoginRefusal.FAILED);

        SignIn again = new SignIn(HERE);
        String state = again.begin().replaceAll(".*[?&]state=([^&]+).*", "$1");
        refused(again, again.get(back.replaceAll("state=[^&]+", "state=" + state)), LoginRefusal.FAILED);
    }

    @Test
    void theSessionOfASignInIsANewOne() throws Exception {
        String login = KEYCLOAK.someone("agent");
        SignIn person = new SignIn(HERE);
        String back = person.comeBack(person.begin(), login, KEYCLOAK.givePassword(login));
        String before = person.session();

        person.get(back);

        assertThat(person.session()).isNotEqualTo(before);
    }

    @Test
    void anOrderToSignOutCountsOnlyWithTheProvidersSignature() throws Exception {
        String login = KEYCLOAK.someone("agent");
        SignIn person = SignIn.as(HERE, login, KEYCLOAK.givePassword(login));
        JWTClaimsSet order = new JWTClaimsSet.Builder()
                .issuer(KEYCLOAK.issuer())
                .audience(KeycloakServer.CLIENT)
                .subject(KEYCLOAK.id(login))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .build();

        for (String forged : List.of(
                signed("stranger", order), new PlainJWT(order).serialize(), KEYCLOAK.machineToken(), "nonsense")) {
            HttpResponse<String> answer =
                    new SignIn(HERE).post(HERE + "/logout/connect/back-channel/keycloak", "logout_token=" + forged);
            assertThat(answer.statusCode()).as(forged).isEqualTo(400);
        }
        assertThat(person.isSignedIn()).isTrue();
    }

    private static String signed(String keyId, JWTClaimsSet claims) throws JOSEException {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(),
                claims,
                new RSASSASigner(A_STRANGERS_KEY));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
