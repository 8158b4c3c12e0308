package org.capaccueil.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class PeoplePagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    Organisation organisation;

    @Autowired
    Register register;

    Town town;

    @BeforeEach
    void found() {
        town = fixtures.town();
    }

    @Test
    void everybodyOfTheCommuneReadsWhoIsWho() throws Exception {
        pages.open(town.agent(), "/people")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Philippe Direction"),
                                containsString("Directeur général des services"),
                                not(containsString("Hélène Auditrice")),
                                not(containsString("Enregistrer une personne")))));
    }

    @Test
    void whoHasNoAddressIsMarked() throws Exception {
        register.addPerson(actor(), "Zoé Sans Adresse", null, "Agente", java.util.Set.of());

        pages.open(town.manager(), "/people")
                .andExpect(content().string(containsString("Aucune : à prévenir autrement")));
    }

    @Test
    void aQualityManagerRecordsAPerson() throws Exception {
        pages.send(
                        town.manager(),
                        "/people/new",
                        "name",
                        "Inès Agente",
                        "email",
                        "ines." + UUID.randomUUID() + "@example.org",
                        "capacity",
                        "Agente d'accueil",
                        "roles",
                        "AUDITOR",
                        "roles",
                        "LEADERSHIP")
                .andExpect(status().is3xxRedirection());

        assertThat(organisation.peopleOf(town.commune())).anySatisfy(person -> {
            assertThat(person.name()).isEqualTo("Inès Agente");
            assertThat(person.roles()).containsExactlyInAnyOrder(Role.AUDITOR, Role.LEADERSHIP);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', a@b.fr, Agente, Donnez le nom",
        "Inès, pas-une-adresse, Agente, prenom.nom@commune.fr",
        "Inès, a@b.fr, '', Indiquez la fonction"
    })
    void aPersonFormWithAFaultComesBackWithWhatWasTyped(String name, String email, String capacity, String sentence)
            throws Exception {
        pages.send(
                        town.manager(),
                        "/people/new",
                        "name",
                        name,
                        "email",
                        email,
                        "capacity",
                        capacity,
                        "roles",
                        "AUDITOR")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString(sentence),
                                containsString("value=\"" + email + "\""),
                                containsString("value=\"AUDITOR\" name=\"roles\" checked=\"checked\""))));
    }

    @Test
    void anAddressThatIsTakenIsRefusedAtItsField() throws Exception {
        String taken = person(town.agent()).email();

        pages.send(town.manager(), "/people/new", "name", "Inès", "email", taken, "capacity", "Agente")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"email-error\""), containsString("déjà celle de Karim Agent"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPERATOR", "TEAM_LEAD", "AGENT"})
    void aRoleThatIsNotTheQualityManagersToGiveIsRefused(String role) throws Exception {
        pages.send(
                        town.manager(),
                        "/people/" + town.agent() + "/edit",
                        "version",
                        Long.toString(person(town.agent()).version()),
                        "name",
                        "Karim Agent",
                        "email",
                        "",
                        "capacity",
                        "Agent",
                        "roles",
                        role)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ne se donne pas ici")));
        assertThat(person(town.agent()).roles()).isEmpty();
    }

    @Test
    void theFormTakesNoOperatorsRoleAway() throws Exception {
        PersonId operator = fixtures.person(
                town.commune(), "Sami Exploitant", UUID.randomUUID().toString(), "Informaticien", Role.OPERATOR);

        change(operator, person(operator).version(), "Sami E.", "AUDITOR").andExpect(status().is3xxRedirection());

        assertThat(person(operator).roles()).containsExactlyInAnyOrder(Role.OPERATOR, Role.AUDITOR);
    }

    @Test
    void theLastQualityManagerOfACommuneKeepsTheRole() throws Exception {
        change(town.manager(), person(town.manager()).version(), "Nadia Référente", "AUDITOR")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("dernier référent qualité")));
        assertThat(person(town.manager()).roles()).contains(Role.QUALITY_MANAGER);

        fixtures.person(
                town.commune(), "Autre Référent", UUID.randomUUID().toString(), "Référent", Role.QUALITY_MANAGER);
        change(town.manager(), person(town.manager()).version(), "Nadia Référente", "AUDITOR")
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void twoWhoChangeAPersonAtOnceSeeBothTexts() throws Exception {
        long opened = person(town.agent()).version();
        change(town.agent(), opened, "Karim Un", "AUDITOR").andExpect(status().is3xxRedirection());

        change(town.agent(), opened, "Karim Deux", "LEADERSHIP")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Karim Un"),
                                containsString("Karim Deux"),
                                containsString("Auditeur"),
                                containsString("Direction"))));
        assertThat(person(town.agent()).name()).isEqualTo("Karim Un");
    }

    @Test
    void anAgentMayNotChangePeople() throws Exception {
        pages.open(town.agent(), "/people/new").andExpect(status().isForbidden());
        pages.open(town.agent(), "/people/" + town.agent() + "/edit").andExpect(status().isForbidden());
        pages.send(
                        town.agent(),
                        "/people/" + town.agent() + "/edit",
                        "version",
                        "0",
                        "name",
                        "K",
                        "capacity",
                        "Maire",
                        "roles",
                        "LEADERSHIP")
                .andExpect(status().isForbidden());
        assertThat(person(town.agent()).roles()).isEmpty();
    }

    @Test
    void aPersonOfAnotherCommuneDoesNotExistForItsQualityManager() throws Exception {
        Town elsewhere = fixtures.town();

        pages.open(elsewhere.manager(), "/people/" + town.agent() + "/edit").andExpect(status().isNotFound());
        pages.send(
                        elsewhere.manager(),
                        "/people/" + town.agent() + "/edit",
                        "version",
                        "0",
                        "name",
                        "Volé",
                        "capacity",
                        "X")
                .andExpect(status().isNotFound());
        assertThat(person(town.agent()).name()).isEqualTo("Karim Agent");
    }

    private ResultActions change(PersonId person, long version, String name, String role) throws Exception {
        return pages.send(
                town.manager(),
                "/people/" + person + "/edit",
                "version",
                Long.toString(version),
                "name",
                name,
                "email",
                person(person).email(),
                "capacity",
                "Fonction",
                "roles",
                role);
    }

    private org.capaccueil.shared.Actor actor() {
        return fixtures.actor(town.manager());
    }

    private PersonView person(PersonId id) {
        return organisation.person(id);
    }
}
