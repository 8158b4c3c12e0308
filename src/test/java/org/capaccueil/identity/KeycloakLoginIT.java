package org.capaccueil.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.capaccueil.browser.Browser;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.support.KeycloakServer;
import org.capaccueil.support.KeycloakTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in and out in a real browser, at the real identity provider. */
@KeycloakTest
class KeycloakLoginIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final KeycloakServer KEYCLOAK = KeycloakServer.running();

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void mend() {
        KEYCLOAK.wire().mend();
    }

    @ParameterizedTest
    @CsvSource({
        "qualite, Nadia Benali, Référent qualité, Équipes, Mes tâches",
        "responsable, Éloïse Bœuf, Responsable d'équipe, Équipes, Mes tâches",
        "agent, Karim Haddad, Agent d'accueil, Équipes, Mes tâches",
        "auditeur, Hélène Roux, Auditeur, Référentiels, Mes tâches",
        "direction, Philippe Garnier, Direction, Équipes, Mes tâches",
        "observateur, Camille Perrin, Observateur métropolitain, Comparaison, Comparaison des communes",
        "exploitant, Sami Lefèvre, Exploitant, Exploitation, Mes tâches"
    })
    void everyRoleSignsInAndLandsAtHome(String login, String name, String role, String entry, String home) {
        Page page = signedIn(login);

        assertThat(page.url()).startsWith(KEYCLOAK.application() + "/").doesNotContain("login", "code=");
        assertThat(page.locator("h1").textContent()).contains(home);
        assertThat(page.locator(".who-name strong").textContent()).isEqualTo(name);
        assertThat(page.locator(".who-name span").textContent()).contains(role);
        assertThat(page.locator("#site-nav").textContent()).contains(entry);
    }

    @Test
    void theAccountIsBoundToThePersonRecordedWithItsAddressAndANewcomerToTheCommuneOfItsAttribute() {
        signedIn("qualite");
        signedIn("observateur");

        PersonView nadia =
                organisation.byEmail("nadia.benali@pontdeclaix.example").orElseThrow();
        assertThat(nadia.capacity()).isEqualTo("Référente qualité de l'accueil");
        assertThat(subject(nadia)).isNotBlank();
        PersonView newcomer =
                organisation.byEmail("camille.perrin@metropole.example").orElseThrow();
        assertThat(newcomer.communeName()).isEqualTo("Le Pont-de-Claix");
        assertThat(newcomer.capacity()).isEqualTo("Observatrice de la métropole");
        assertThat(jdbc.sql("select count(*) from trail_entry where subject = ? and action like '%première connexion'")
                        .param("Nadia Benali")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private String subject(PersonView person) {
        return jdbc.sql("select subject from person where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() {
        Page page = signedIn("direction");

        page.locator(".who button").click();
        page.waitForURL(KEYCLOAK.application() + "/login?logout");
        assertThat(page.locator("[role=status]").first().textContent()).contains("Vous êtes déconnecté.");

        page.navigate("/tasks");
        assertThat(page.url()).endsWith("/login");
        page.locator("#entry a.btn").click();
        assertThat(page.locator("#password").isVisible())
                .as("the provider asks again")
                .isTrue();
        BROWSER.takeComplaints();
    }

    @Test
    void whoFollowedALinkIsThereAfterSigningIn() {
        Page page = BROWSER.desk(KEYCLOAK.application());
        page.navigate("/standards");
        signIn(page, "qualite");

        assertThat(page.url()).contains("/standards");
    }

    @Test
    void thePagesOfSigningInAreAccessible() {
        Page page = BROWSER.desk(KEYCLOAK.application());
        page.navigate("/login");
        assertThat(page.locator("#entry").textContent()).doesNotContain("Comptes de démonstration");
        assertThat(page.locator("input[type=password]").count()).isZero();
        Browser.look(page, "login-provider");

        for (LoginRefusal why : LoginRefusal.values()) {
            assertThat(page.navigate(why.page()).status()).isEqualTo(why.status());
            assertThat(page.locator("main").textContent()).contains(why.sentence());
        }
        Browser.look(page, "login-refused");
    }

    @Test
    void aProviderThatIsAwayIsSaidOnAPageOfOurs() {
        KEYCLOAK.wire().cut();
        Page page = BROWSER.desk(KEYCLOAK.application());
        page.navigate("/login");
        page.locator("#entry a.btn").click();

        page.waitForURL("**/login/refused?why=UNREACHABLE");
        assertThat(page.locator("main").textContent()).contains("Réessayez dans quelques minutes");

        KEYCLOAK.wire().mend();
        page.locator("main a.btn-primary").click();
        assertThat(page.locator("#password").isVisible()).isTrue();
        BROWSER.takeComplaints();
    }

    @Test
    void rolesAreNotGivenByHandAndStayWhenThePersonIsChanged() {
        Page page = signedIn("qualite");
        PersonView auditor =
                organisation.byEmail("philippe.garnier@pontdeclaix.example").orElseThrow();
        page.navigate("/people/" + auditor.id() + "/edit");

        assertThat(page.locator("#roles").textContent()).contains("viennent du fournisseur d’identité", "Direction");
        assertThat(page.locator("#roles input").count()).isZero();
        Browser.look(page, "person-form-provider");
        page.locator("#capacity").fill("Directeur général");
        page.locator("main form button[type=submit]").click();

        page.waitForURL("**/people");
        assertThat(organisation.person(auditor.id()))
                .satisfies(person -> assertThat(person.capacity()).isEqualTo("Directeur général"))
                .satisfies(person -> assertThat(person.roles()).isEqualTo(auditor.roles()));
    }

    private Page signedIn(String login) {
        Page page = BROWSER.desk(KEYCLOAK.application());
        page.navigate("/login");
        return signIn(page, login);
    }

    private static Page signIn(Page page, String login) {
        String password = KEYCLOAK.givePassword(login);
        page.locator("#entry a.btn").click();
        page.locator("#username").fill(login);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(KEYCLOAK.application()) && !url.contains("/login"));
        // what the provider's own pages write to the console is not ours
        BROWSER.takeComplaints();
        return page;
    }
}
