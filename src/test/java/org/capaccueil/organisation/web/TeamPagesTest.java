package org.capaccueil.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.reorganisation.domain.TeamClosings;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class TeamPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    TeamClosings closings;

    @Autowired
    Organisation organisation;

    @Autowired
    Register register;

    Town town;

    @BeforeEach
    void found() {
        town = fixtures.town(Channel.COUNTER, Channel.PHONE);
    }

    @Test
    void everybodyOfTheCommuneReadsTheTeamsWithTheirChannelsAndLeads() throws Exception {
        for (PersonId reader : new PersonId[] {town.manager(), town.lead(), town.agent(), town.leadership()}) {
            pages.open(reader, "/teams")
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString(team().name()),
                                    containsString("Guichet"),
                                    containsString("Téléphone"),
                                    containsString("Éloïse Responsable"))));
        }
    }

    @Test
    void theTeamsOfAnotherCommuneAreNotListed() throws Exception {
        Town elsewhere = fixtures.town();

        pages.open(town.manager(), "/teams")
                .andExpect(content()
                        .string(not(containsString(team(elsewhere.team()).name()))));
    }

    @Test
    void aCommuneWithoutTeamsIsToldWhatToDo() throws Exception {
        PersonId manager = managerOfAnEmptyCommune();

        pages.open(manager, "/teams").andExpect(content().string(containsString("Ouvrir la première équipe")));
    }

    @Test
    void onlyQualityManagersSeeTheButtonsThatChangeATeam() throws Exception {
        pages.open(town.manager(), "/teams/" + town.team())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ajouter un point d’accueil")));
        pages.open(town.agent(), "/teams/" + town.team())
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Hôtel de ville"),
                                containsString("Karim Agent"),
                                not(containsString("Ajouter un point d’accueil")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/points/new"})
    void theTeamOfAnotherCommuneDoesNotExistForItsQualityManager(String page) throws Exception {
        Town elsewhere = fixtures.town();

        pages.open(elsewhere.manager(), "/teams/" + town.team() + page).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/teams/new", "/teams/{team}/edit", "/teams/{team}/points/new"})
    void anAgentMayNotOpenTheFormsThatChangeATeam(String page) throws Exception {
        pages.open(town.agent(), page.replace("{team}", town.team().toString()))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Référent qualité")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/teams/new", "/teams/{team}/edit", "/teams/{team}/points/new", "/teams/{team}/close"})
    void anAgentMayNotSendThemEither(String page) throws Exception {
        pages.send(
                        town.agent(),
                        page.replace("{team}", town.team().toString()),
                        "code",
                        "X",
                        "name",
                        "X",
                        "yearlyContacts",
                        "1",
                        "version",
                        "0",
                        "address",
                        "X",
                        "channels",
                        "PHONE")
                .andExpect(status().isForbidden());
        assertThat(team().active()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/teams/pas-un-identifiant", "/teams/00000000-0000-0000-0000-000000000000"})
    void anUnknownTeamIsNotFound(String page) throws Exception {
        pages.open(town.manager(), page).andExpect(status().isNotFound());
    }

    @Test
    void aQualityManagerOpensATeamAndComesToItsPage() throws Exception {
        pages.send(town.manager(), "/teams/new", "code", "ETAT", "name", "État civil", "yearlyContacts", "9000")
                .andExpect(status().is3xxRedirection());

        assertThat(organisation.teamsOf(town.commune())).anySatisfy(team -> {
            assertThat(team.name()).isEqualTo("État civil");
            assertThat(team.yearlyContacts()).isEqualTo(9000);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', Nom, 12, Donnez un code court",
        "A, '   ', 12, Donnez un nom",
        "A, Nom, '', Indiquez le nombre de contacts",
        "A, Nom, -1, ne peut pas être négatif",
        "A, Nom, douze, Donnez un nombre entier",
        "A, Nom, '1,5', Donnez un nombre entier",
        "A, Nom, 99999999999999, Donnez un nombre entier",
        "A, Nom, 10000001, Vérifiez ce nombre",
        "ABCDEFGHIJKLMNOPQRSTU, Nom, 1, 20 caractères au plus"
    })
    void aTeamFormWithAFaultComesBackWithWhatWasTyped(String code, String name, String contacts, String sentence)
            throws Exception {
        pages.send(town.manager(), "/teams/new", "code", code, "name", name, "yearlyContacts", contacts)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)))
                .andExpect(content().string(containsString("value=\"" + code + "\"")))
                .andExpect(content().string(containsString("value=\"" + name.strip() + "\"")));
        assertThat(organisation.teamsOf(town.commune())).hasSize(1);
    }

    @Test
    void aHugeNameIsRefusedAndKept() throws Exception {
        String huge = "e".repeat(100_000);

        pages.send(town.manager(), "/teams/new", "code", "A", "name", huge, "yearlyContacts", "1")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("120 caractères au plus")))
                .andExpect(content().string(containsString(huge)));
    }

    @Test
    void aCodeThatIsTakenIsRefusedAtItsField() throws Exception {
        pages.send(
                        town.manager(),
                        "/teams/new",
                        "code",
                        team().code().toUpperCase(java.util.Locale.ROOT),
                        "name",
                        "Autre",
                        "yearlyContacts",
                        "1")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"code-error\""),
                                containsString("est déjà celui de l&#39;équipe"))));
    }

    @Test
    void aSignNoDatabaseStoresIsTakenOutOfWhatWasTyped() throws Exception {
        pages.send(town.manager(), "/teams/new", "code", "N\0UL", "name", "Ac\0cueil", "yearlyContacts", "1")
                .andExpect(status().is3xxRedirection());

        assertThat(organisation.teamsOf(town.commune()))
                .anySatisfy(team -> assertThat(team.name()).isEqualTo("Accueil"));
        pages.open(town.manager(), "/teams?q=%00").andExpect(status().isOk());
    }

    @Test
    void aDoubleClickOpensOneTeamAndIsNoFault() throws Exception {
        for (int round = 0; round < 5; round++) {
            String code = "DBL" + round;
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<Integer> click = () -> {
                together.await();
                return pages.send(town.manager(), "/teams/new", "code", code, "name", "Double", "yearlyContacts", "1")
                        .andReturn()
                        .getResponse()
                        .getStatus();
            };
            ExecutorService clicks = SystemScope.threads(2);
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : clicks.invokeAll(List.of(click, click))) {
                answers.add(answer.get());
            }
            clicks.shutdown();

            assertThat(answers).containsOnlyOnce(302).containsAnyOf(409, 422);
        }
    }

    @Test
    void markupInANameIsShownAsTextNeverRun() throws Exception {
        pages.send(
                town.manager(),
                "/teams/new",
                "code",
                "XSS",
                "name",
                "<script>alert(1)</script>",
                "yearlyContacts",
                "1");

        pages.open(town.agent(), "/teams")
                .andExpect(content()
                        .string(allOf(
                                containsString("&lt;script&gt;alert(1)"), not(containsString("<script>alert(1)")))));
    }

    @Test
    void twoWhoChangeATeamAtOnceSeeBothTextsAndTheSecondDecides() throws Exception {
        long opened = team().version();
        rename(opened, "Premier nom").andExpect(redirectedUrl("/teams/" + town.team()));

        rename(opened, "Second nom")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Premier nom"),
                                containsString("Second nom"),
                                containsString("Enregistrer ma version"),
                                containsString("name=\"version\" value=\"" + team().version() + "\""))));
        assertThat(team().name()).isEqualTo("Premier nom");

        rename(team().version(), "Second nom").andExpect(status().is3xxRedirection());
        assertThat(team().name()).isEqualTo("Second nom");
    }

    @Test
    void twoWhoSaveTheSameAreInNoConflict() throws Exception {
        long opened = team().version();
        rename(opened, "Même nom").andExpect(status().is3xxRedirection());

        rename(opened, "Même nom").andExpect(status().is3xxRedirection());
    }

    private org.springframework.test.web.servlet.ResultActions rename(long version, String name) throws Exception {
        return pages.send(
                town.manager(),
                "/teams/" + town.team() + "/edit",
                "version",
                Long.toString(version),
                "code",
                "ACC",
                "name",
                name,
                "yearlyContacts",
                "12000");
    }

    @Test
    void aTeamIsClosedAndReopened() throws Exception {
        Actor manager = organisation.actor(town.manager());
        pages.send(
                        town.manager(),
                        "/teams/" + town.team() + "/close",
                        "on",
                        LocalDate.now(PublicTime.ZONE).toString(),
                        "reason",
                        "Locaux en travaux",
                        "seen",
                        closings.preview(manager, town.team()).seen())
                .andExpect(status().is3xxRedirection());
        assertThat(team().active()).isFalse();
        pages.open(town.agent(), "/teams/" + town.team())
                .andExpect(content().string(containsString("Cette équipe est fermée")))
                .andExpect(content().string(containsString("Locaux en travaux")));

        pages.send(town.manager(), "/teams/" + town.team() + "/open").andExpect(status().is3xxRedirection());
        assertThat(team().active()).isTrue();
    }

    @Test
    void theCommuneHasOneMainPoint() throws Exception {
        point("/points/new", "Nouvelle mairie", "COUNTER").andExpect(status().is3xxRedirection());
        UUID before = pointNamed("Hôtel de ville");
        UUID now = pointNamed("Nouvelle mairie");
        for (UUID named : List.of(before, now)) {
            pages.send(town.manager(), "/teams/" + town.team() + "/points/" + named + "/main")
                    .andExpect(status().is3xxRedirection());
        }

        assertThat(team().points())
                .filteredOn(PointView::main)
                .extracting(PointView::id)
                .containsExactly(now);
        pages.open(town.agent(), "/teams/" + town.team())
                .andExpect(content().string(containsString("Point d’accueil principal")));
        pages.send(town.agent(), "/teams/" + town.team() + "/points/" + before + "/main")
                .andExpect(status().isForbidden());
    }

    @Test
    void aPointIsAddedChangedAndClosed() throws Exception {
        point("/points/new", "Mairie annexe", "MAIL").andExpect(status().is3xxRedirection());
        UUID annexe = pointNamed("Mairie annexe");
        assertThat(team().channels()).contains(Channel.MAIL);

        pages.open(town.manager(), "/teams/" + town.team() + "/points/" + annexe + "/edit")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Mairie annexe")));
        point("/points/" + annexe + "/edit", "Annexe du stade", "OUTREACH").andExpect(status().is3xxRedirection());
        assertThat(team().channels()).contains(Channel.OUTREACH).doesNotContain(Channel.MAIL);

        pages.send(town.manager(), "/teams/" + town.team() + "/points/" + annexe + "/close")
                .andExpect(status().is3xxRedirection());
        assertThat(team().points()).hasSize(1);
    }

    @Test
    void aPointWithoutChannelIsRefusedAtTheChannels() throws Exception {
        pages.send(town.manager(), "/teams/" + town.team() + "/points/new", "name", "Annexe", "address", "Rue basse")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"channels-error\""),
                                containsString("Choisissez au moins un canal"),
                                containsString("value=\"Rue basse\""))));
    }

    @Test
    void aChannelThatDoesNotExistIsRefused() throws Exception {
        point("/points/new", "Annexe", "FAX")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choisissez-la de nouveau")));
    }

    @Test
    void twoWhoChangeAPointAtOnceSeeBothTexts() throws Exception {
        UUID point = pointNamed("Hôtel de ville");
        long opened = team().version();
        point("/points/" + point + "/edit", "Mairie", "COUNTER").andExpect(status().is3xxRedirection());

        pages.send(
                        town.manager(),
                        "/teams/" + town.team() + "/points/" + point + "/edit",
                        "version",
                        Long.toString(opened),
                        "name",
                        "Hôtel de ville rénové",
                        "address",
                        "Ailleurs",
                        "channels",
                        "COUNTER")
                .andExpect(status().isConflict())
                .andExpect(
                        content().string(allOf(containsString("Hôtel de ville rénové"), containsString(">Mairie<"))));
        assertThat(pointNamed("Mairie")).isEqualTo(point);
    }

    @Test
    void aPointOfAnotherTeamIsNotFound() throws Exception {
        Town elsewhere = fixtures.town();
        UUID foreign = team(elsewhere.team()).points().get(0).id();

        pages.open(town.manager(), "/teams/" + town.team() + "/points/" + foreign + "/edit")
                .andExpect(status().isNotFound());
        pages.send(town.manager(), "/teams/" + town.team() + "/points/" + foreign + "/close")
                .andExpect(status().isNotFound());
    }

    @Test
    void aMemberJoinsLeadsAndLeaves() throws Exception {
        PersonId person = fixtures.person(
                town.commune(), "Sami Nouveau", UUID.randomUUID().toString(), "Agent");
        String members = "/teams/" + town.team() + "/members";

        pages.send(town.manager(), members, "person", person.toString()).andExpect(status().is3xxRedirection());
        assertThat(team().members()).contains(new TeamView.MemberView(person, false));

        pages.send(town.manager(), members, "person", person.toString(), "lead", "true");
        assertThat(team().members()).contains(new TeamView.MemberView(person, true));

        pages.send(town.manager(), members + "/" + person + "/release").andExpect(status().is3xxRedirection());
        assertThat(team().hasMember(person)).isFalse();
    }

    @Test
    void aPersonOfAnotherCommuneCannotJoin() throws Exception {
        Town elsewhere = fixtures.town();

        pages.send(
                        town.manager(),
                        "/teams/" + town.team() + "/members",
                        "person",
                        elsewhere.agent().toString())
                .andExpect(status().isNotFound());
        assertThat(team().hasMember(elsewhere.agent())).isFalse();
    }

    @Test
    void addingNobodyIsSaidOnTheTeamsPage() throws Exception {
        pages.send(town.manager(), "/teams/" + town.team() + "/members", "person", "")
                .andExpect(redirectedUrl("/teams/" + town.team()))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash()
                        .attributeExists("refusal"));
    }

    @Test
    void anAgentCannotChangeTheMembers() throws Exception {
        pages.send(
                        town.agent(),
                        "/teams/" + town.team() + "/members",
                        "person",
                        town.agent().toString(),
                        "lead",
                        "true")
                .andExpect(status().isForbidden());
        pages.send(town.agent(), "/teams/" + town.team() + "/members/" + town.lead() + "/release")
                .andExpect(status().isForbidden());
        assertThat(team().members()).contains(new TeamView.MemberView(town.agent(), false));
    }

    private org.springframework.test.web.servlet.ResultActions point(String page, String name, String channel)
            throws Exception {
        return pages.send(
                town.manager(),
                "/teams/" + town.team() + page,
                "version",
                Long.toString(team().version()),
                "name",
                name,
                "address",
                "1 rue de la Mairie",
                "channels",
                channel);
    }

    private UUID pointNamed(String name) {
        return team().points().stream()
                .filter(point -> point.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private PersonId managerOfAnEmptyCommune() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        CommuneId commune = register.foundCommune("Vide " + mark, mark, 900);
        return fixtures.person(commune, "Nadia Seule", mark, "Secrétaire", Role.QUALITY_MANAGER);
    }

    private TeamView team() {
        return team(town.team());
    }

    private TeamView team(TeamId id) {
        return organisation.team(id);
    }
}
