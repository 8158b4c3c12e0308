package org.capaccueil.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class OrganisationPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    Register register;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    Town town;
    PersonId operator;
    CommuneId metropole;

    @BeforeEach
    void found() {
        town = fixtures.town();
        operator = fixtures.person(town.commune(), "Sami Exploitant", code(), "Exploitation", Role.OPERATOR);
        metropole = register.foundMetropole("Métropole " + code(), code(), 400_000, Set.of(town.commune()));
    }

    /** A SIREN nobody else in this database has. */
    private static String code() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 999_999_999));
    }

    private CommuneView metropole() {
        return organisation.commune(metropole);
    }

    private CommuneView commune() {
        return organisation.commune(town.commune());
    }

    private String[] form(CommuneView of, String name, String code, Object parent) {
        return new String[] {
            "version",
            Long.toString(of.version()),
            "name",
            name,
            "code",
            code,
            "population",
            "12000",
            "parent",
            parent == null ? "" : parent.toString()
        };
    }

    private String edit(CommuneView of) {
        return "/organisations/" + of.id() + "/edit";
    }

    @Test
    void theOperatorSeesTheMembersUnderTheirMetropole() throws Exception {
        pages.open(operator, "/organisations")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                metropole().name(), "membre : ", commune().name())));
    }

    @Test
    void nobodyElseIsLetIn() throws Exception {
        for (PersonId person : List.of(town.manager(), town.lead(), town.leadership(), town.auditor())) {
            pages.open(person, "/organisations").andExpect(status().isForbidden());
            pages.send(person, "/organisations/new", "kind", "COMMUNE", "name", "Nouvelle", "code", code())
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void anOrganisationIsRecordedUnderItsMetropoleAndTheJournalSaysSo() throws Exception {
        String code = code();
        pages.send(
                        operator,
                        "/organisations/new",
                        "kind",
                        "METROPOLE",
                        "name",
                        "Pays " + code,
                        "code",
                        code,
                        "population",
                        "80000",
                        "parent",
                        metropole.toString())
                .andExpect(redirectedUrl("/organisations"));

        assertThat(jdbc.sql("select parent_id::text from organisation where code = ?")
                        .param(code)
                        .query(String.class)
                        .single())
                .isEqualTo(metropole.toString());
        assertThat(trail("Pays " + code)).containsExactly("Organisation enregistrée");
    }

    private List<String> trail(String subject) {
        return jdbc.sql("select action from trail_entry where subject = ? and actor_id = ? order by id")
                .params(subject, operator.value())
                .query(String.class)
                .list();
    }

    @Test
    void aCodeThatExistsIsRefusedAtItsField() throws Exception {
        register.foundCommune("Déjà là", "38999", 5_000);

        pages.send(operator, edit(commune()), form(commune(), "Autre nom", "38999", metropole))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"code-error\""),
                                containsString("est déjà celui de « Déjà là »"),
                                containsString("Autre nom"))));
        assertThat(commune().name()).isNotEqualTo("Autre nom");
    }

    @Test
    void aCodeThatIsNoneIsRefusedAtItsField() throws Exception {
        pages.send(operator, edit(commune()), form(commune(), "Autre nom", "3899", metropole))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"code-error\"")));
    }

    @Test
    void aCycleInTheTreeIsRefusedAtItsField() throws Exception {
        CommuneId below = register.foundMetropole("Pays " + code(), code(), 50_000, Set.of());
        pages.send(
                        operator,
                        edit(organisation.commune(below)),
                        form(organisation.commune(below), "Pays", code(), metropole))
                .andExpect(redirectedUrl("/organisations"));

        pages.send(operator, edit(metropole()), form(metropole(), "En boucle", code(), below))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"parent-error\""), containsString("au-dessous d&#39;elle-même"))));
        assertThat(metropole().parent()).isNull();
    }

    @Test
    void ofTwoMovesAtOnceThatWouldMakeACycleOneIsRefused() throws Exception {
        CommuneView one = organisation.commune(register.foundMetropole("Un " + code(), code(), 50_000, Set.of()));
        CommuneView two = organisation.commune(register.foundMetropole("Deux " + code(), code(), 50_000, Set.of()));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService operators = SystemScope.threads(2);
        List<Callable<Integer>> moves =
                List.of(() -> move(together, one, two.id()), () -> move(together, two, one.id()));
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : operators.invokeAll(moves)) {
            answers.add(answer.get());
        }
        operators.shutdown();

        assertThat(answers).containsExactlyInAnyOrder(302, 422);
    }

    private int move(CyclicBarrier together, CommuneView from, CommuneId under) throws Exception {
        String[] form = form(from, from.name(), from.code(), under);
        together.await();
        return pages.send(operator, edit(from), form).andReturn().getResponse().getStatus();
    }

    @Test
    void aCommuneHasNoMembers() throws Exception {
        CommuneId neighbour = organisation.person(town.auditor()).commune();

        pages.send(operator, edit(commune()), form(commune(), "Nom", code(), neighbour))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"parent-error\"")));
    }

    @Test
    void whoSavesAfterSomebodyElseSeesBothVersions() throws Exception {
        CommuneView read = commune();
        pages.send(operator, edit(read), form(read, "Nom du premier", code(), metropole))
                .andExpect(redirectedUrl("/organisations"));

        pages.send(operator, edit(read), form(read, "Nom du second", code(), null))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nom du premier"),
                                containsString("Nom du second"),
                                containsString(metropole().name()))));
        assertThat(trail("Nom du premier")).containsExactly("Organisation modifiée");
    }

    @Test
    void aMetropoleWithMembersStaysAndOneWithoutGoes() throws Exception {
        pages.send(operator, "/organisations/" + metropole + "/remove")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("a encore 1 membre")));
        String name = metropole().name();
        pages.send(operator, edit(commune()), form(commune(), commune().name(), code(), null))
                .andExpect(redirectedUrl("/organisations"));

        pages.send(operator, "/organisations/" + metropole + "/remove").andExpect(redirectedUrl("/organisations"));

        pages.open(operator, "/organisations").andExpect(content().string(not(containsString(name))));
        assertThat(trail(name)).containsExactly("Organisation supprimée");
    }

    @Test
    void aCommuneWithPeopleStays() throws Exception {
        pages.send(operator, "/organisations/" + town.commune() + "/remove")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("doivent rester lisibles")));
    }

    @Test
    void anOrganisationThatIsNotThereIsNotFound() throws Exception {
        pages.open(operator, "/organisations/" + CommuneId.random() + "/edit").andExpect(status().isNotFound());
    }
}
