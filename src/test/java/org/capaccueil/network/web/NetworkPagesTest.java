package org.capaccueil.network.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.capaccueil.network.PublishedTown;
import org.capaccueil.network.domain.Consenting;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.domain.StandardSharing;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.AuditedEvaluation;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class NetworkPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Register register;

    @Autowired
    Organisation organisation;

    @Autowired
    Libraries libraries;

    @Autowired
    StandardSharing sharing;

    @Autowired
    PublishedTown published;

    @Autowired
    Consenting consenting;

    @Autowired
    AuditedEvaluation audited;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Town neighbour;

    @BeforeEach
    void twoCommunes() {
        town = fixtures.town();
        neighbour = fixtures.town();
    }

    private PersonId observer() {
        return observer(List.of(town, neighbour));
    }

    /** Of the métropole these communes belong to. */
    private PersonId observer(List<Town> members) {
        String mark = Libraries.mark();
        CommuneId metropole = register.foundMetropole(
                "Métropole " + mark,
                "m" + mark,
                450_000,
                members.stream().map(Town::commune).collect(Collectors.toSet()));
        return fixtures.person(metropole, "Solène Observatrice", mark, "Chargée de qualité", Role.OBSERVER);
    }

    private String drafted(PersonId by, String title, String result) throws Exception {
        String page = Objects.requireNonNull(pages.send(
                        by,
                        "/network/practices/new",
                        "title",
                        title,
                        "situation",
                        "Les appels se perdaient.",
                        "done",
                        "Un numéro unique.",
                        "result",
                        result,
                        "figure",
                        "92,5",
                        "unit",
                        "% d'appels décrochés",
                        "channels",
                        "PHONE",
                        "theme",
                        "Accès et joignabilité",
                        "criterion",
                        "ACC-2")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(page).startsWith("/network/practices/");
        return page;
    }

    private String shared(String title) throws Exception {
        String page = drafted(town.lead(), title, "Neuf appels sur dix trouvent une réponse.");
        pages.send(town.manager(), page + "/sharing").andExpect(redirectedUrl(page));
        return page;
    }

    @Test
    void aDraftIsTheCommunesAloneAndOnlyTheQualityManagerSharesIt() throws Exception {
        String title = "Numéro unique " + Libraries.mark();
        String page = drafted(town.lead(), title, "Neuf sur dix.");

        for (PersonId stranger : List.of(neighbour.manager(), neighbour.lead(), town.auditor(), town.agent())) {
            pages.open(stranger, page).andExpect(status().isNotFound());
            pages.open(stranger, "/network").andExpect(content().string(not(containsString(title))));
        }
        for (String action : List.of("/sharing", "/withdrawal", "/adoption")) {
            pages.send(
                            neighbour.manager(),
                            page + action,
                            "team",
                            neighbour.team().toString(),
                            "reason",
                            "x")
                    .andExpect(status().isNotFound());
        }
        pages.open(neighbour.manager(), page + "/edit").andExpect(status().isNotFound());
        pages.send(neighbour.manager(), page + "/edit", "version", "0", "title", "Autre")
                .andExpect(status().isNotFound());
        pages.send(town.lead(), page + "/sharing").andExpect(status().isForbidden());
        pages.open(town.agent(), "/network/practices/new").andExpect(status().isForbidden());
        pages.send(town.agent(), "/network/practices/new", "title", "x").andExpect(status().isForbidden());

        pages.send(town.manager(), page + "/sharing").andExpect(redirectedUrl(page));
        pages.open(neighbour.agent(), page)
                .andExpect(content()
                        .string(allOf(
                                containsString(title),
                                containsString("92,5 % d&#39;appels décrochés"),
                                containsString("partagée par Commune"),
                                not(containsString("Nadia Référente")))));
        pages.open(neighbour.manager(), page + "/edit").andExpect(status().isNotFound());
    }

    @Test
    void aTextThatNamesSomebodyOfTheCommuneIsNotShared() throws Exception {
        String page = drafted(town.manager(), "Numéro unique", "Grâce à Karim AGENT, neuf sur dix.");

        pages.send(town.manager(), page + "/sharing")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Une bonne pratique ne nomme personne")));
        pages.open(neighbour.manager(), page).andExpect(status().isNotFound());
    }

    @Test
    void theListIsNarrowedByChannelThemeAndCommune() throws Exception {
        String title = "Numéro unique " + Libraries.mark();
        shared(title);
        PersonId reader = neighbour.agent();

        for (String fits : List.of(
                "?channel=phone", "?theme=Accès et joignabilité", "?commune=" + town.commune(), "?channel=nonsense")) {
            pages.open(reader, "/network" + fits).andExpect(content().string(containsString(title)));
        }
        for (String excludes : List.of("?channel=mail", "?theme=Autre", "?commune=" + neighbour.commune())) {
            pages.open(reader, "/network" + excludes).andExpect(content().string(not(containsString(title))));
        }
    }

    @Test
    void faultsComeBackAtTheirFieldsWithWhatWasTyped() throws Exception {
        pages.send(town.manager(), "/network/practices/new", "title", "", "situation", "Un premier jet")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("id=\"title-error\""), containsString("Un premier jet"))));
        pages.send(town.manager(), "/network/practices/new", "title", "T", "figure", "beaucoup")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("id=\"figure-error\""), containsString("beaucoup"))));
        pages.send(town.manager(), "/network/practices/new", "title", "T", "channels", "NONSENSE")
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void ofTwoWhoChangeTheSameTextTheSecondSeesBoth() throws Exception {
        String page = drafted(town.manager(), "Numéro unique", "Neuf sur dix.");
        pages.send(town.lead(), page + "/edit", "version", "0", "title", "Titre du premier")
                .andExpect(redirectedUrl(page));

        pages.send(town.manager(), page + "/edit", "version", "0", "title", "Titre du second")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Titre du premier"),
                                containsString("Titre du second"),
                                containsString("name=\"version\" value=\"1\""))));
    }

    @Test
    void aManagerAdoptsForATeamAndTheListSaysSo() throws Exception {
        String title = "Numéro unique " + Libraries.mark();
        String page = shared(title);
        String team = organisation.team(neighbour.team()).name();

        adopt(neighbour.manager(), page, town.team(), "").andExpect(status().isNotFound());
        adopt(neighbour.agent(), page, neighbour.team(), "").andExpect(status().isForbidden());
        pages.send(neighbour.manager(), page + "/adoption", "team", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"team-error\"")));
        adopt(neighbour.manager(), page, neighbour.team(), "").andExpect(redirectedUrl(page));
        adopt(neighbour.manager(), page, neighbour.team(), "").andExpect(status().isUnprocessableEntity());

        pages.open(neighbour.agent(), "/network").andExpect(content().string(containsString("adoptée par " + team)));
        pages.open(town.manager(), page)
                .andExpect(content().string(allOf(containsString("dans une commune"), not(containsString(team)))));
        pages.send(town.manager(), page + "/withdrawal", "reason", "Le numéro a fermé")
                .andExpect(redirectedUrl(page));
        pages.open(neighbour.agent(), page).andExpect(content().string(containsString("Le numéro a fermé")));
        pages.open(fixtures.town().manager(), page).andExpect(status().isNotFound());
    }

    private ResultActions adopt(PersonId by, String page, TeamId team, String criterion) throws Exception {
        return pages.send(by, page + "/adoption", "team", team.toString(), "criterion", criterion);
    }

    @Test
    void aLeadWhosePlanIsBeingProposedGetsAnActionInIt() throws Exception {
        String title = "Numéro unique " + Libraries.mark();
        String page = shared(title);
        EvaluationId evaluation = audited.of(neighbour);

        pages.open(neighbour.lead(), page)
                .andExpect(content().string(containsString("Ouvrir une action dans le plan")));
        adopt(neighbour.lead(), page, neighbour.team(), "NO-SUCH").andExpect(status().isUnprocessableEntity());
        adopt(neighbour.lead(), page, neighbour.team(), "ACC-2")
                .andExpect(redirectedUrl("/evaluations/" + evaluation + "/plan"));

        assertThat(jdbc.sql("select title || ' | ' || criterion || ' | ' || status from improvement_action "
                                + "where evaluation_id = ?")
                        .param(evaluation.value())
                        .query(String.class)
                        .list())
                .containsExactly(title + " | ACC-2 | PROPOSED");
        pages.open(neighbour.lead(), page).andExpect(content().string(containsString("action dans son plan")));
    }

    @Test
    void anActionVerifiedAsEffectiveBecomesADraftWithoutItsPeople() throws Exception {
        EvaluationId evaluation = audited.of(town);
        pages.send(town.lead(), "/evaluations/" + evaluation + "/plan/actions", "criterion", "ACC-2")
                .andExpect(status().is3xxRedirection());
        String action = jdbc.sql("select id from improvement_action where evaluation_id = ?")
                .param(evaluation.value())
                .query(String.class)
                .single();
        String address = "/network/practices/new?evaluation=" + evaluation + "&action=" + action;
        pages.open(town.manager(), address).andExpect(status().isUnprocessableEntity());
        jdbc.sql(
                        "update improvement_action set status = 'EFFECTIVE', title = 'Un seul numéro', cause = 'Deux numéros', "
                                + "progress_note = 'Posé par Karim Agent', effectiveness_note = 'Neuf sur dix', owner_id = ?, "
                                + "verified_at = now(), due = current_date, review_date = current_date + 60 where id = ?::uuid")
                .params(town.agent().value(), action)
                .update();

        pages.open(town.manager(), address)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("par une personne de l"),
                                containsString("Neuf sur dix"),
                                containsString("value=\"ACC-2\""),
                                not(containsString("Karim")))));
        pages.open(town.manager(), "/actions/" + action)
                .andExpect(content().string(containsString("En faire une bonne pratique")));
        pages.open(neighbour.manager(), address).andExpect(status().isNotFound());
    }

    @Test
    void theConsentIsForLeadershipAndQualityManagers() throws Exception {
        pages.open(town.agent(), "/network/consent").andExpect(status().isForbidden());
        pages.send(town.lead(), "/network/consent").andExpect(status().isForbidden());
        pages.open(town.leadership(), "/network/comparison")
                .andExpect(content().string(containsString("Votre commune ne prend pas part")));
        pages.send(town.leadership(), "/network/consent", "named", "true").andExpect(redirectedUrl("/network/consent"));
        pages.open(town.manager(), "/network/consent")
                .andExpect(content()
                        .string(allOf(
                                containsString("Comparée et nommée"),
                                containsString("Philippe Direction, Directeur général des services"))));
        pages.send(town.manager(), "/network/consent", "named", "true").andExpect(status().isConflict());
        pages.send(town.manager(), "/network/consent/end").andExpect(redirectedUrl("/network/consent"));
        pages.send(town.manager(), "/network/consent/end").andExpect(status().isConflict());
    }

    @Test
    void anObserverLandsOnTheComparisonAndMayOpenNothingElse() throws Exception {
        PersonId observer = observer();
        EvaluationId evaluation = fixtures.openEvaluation(town).id();
        String practice = shared("Numéro unique");

        pages.open(observer, "/").andExpect(redirectedUrl("/network/comparison"));
        pages.open(observer, "/network/comparison")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Mes tâches"))));
        for (String page : List.of(
                "/tasks",
                "/campaigns",
                "/teams",
                "/people",
                "/standards",
                "/standards/" + fixtures.starterStandard(),
                "/evaluations/" + evaluation,
                "/network",
                practice,
                "/network/consent",
                "/operations")) {
            pages.open(observer, page).andExpect(status().isForbidden());
        }
        pages.send(observer, "/network/consent").andExpect(status().isForbidden());
        for (PersonId other : List.of(town.agent(), town.lead(), town.auditor())) {
            pages.open(other, "/network/comparison").andExpect(status().isForbidden());
            pages.open(other, "/network/comparison.csv").andExpect(status().isForbidden());
        }
    }

    @Test
    void theFileHoldsTheAggregatesOfThePageAndNoMore() throws Exception {
        List<Town> towns = new ArrayList<>();
        StandardVersionId standard = null;
        for (int grade = 2; grade <= 4; grade++) {
            Town one = fixtures.town();
            Actor manager = fixtures.actor(one.manager());
            if (standard == null) {
                standard = libraries.copy(manager);
                sharing.share(manager, standard, "Pour se comparer");
            } else {
                sharing.adopt(manager, standard);
            }
            published.publishes(one, standard, grade);
            towns.add(one);
        }
        PersonId observer = observer(towns);
        consenting.give(fixtures.actor(towns.get(0).manager()), false);
        consenting.give(fixtures.actor(towns.get(2).manager()), false);

        String file = pages.open(observer, "/network/comparison.csv")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).startsWith("\uFEFFRéférentiel;Année;Équipes;Portée;Intitulé;Communes;Moyenne (sur 100)");
        String code = jdbc.sql("select code from standard_version where id = ?")
                .param(Objects.requireNonNull(standard).value())
                .query(String.class)
                .single();
        assertThat(file.lines().filter(line -> line.contains(code) && line.contains(";Ensemble;Ensemble;")))
                .singleElement()
                .asString()
                .endsWith(";2;Ensemble;Ensemble;2;75,0;;;");
        String page = pages.open(observer, "/network/comparison")
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        for (Town one : towns) {
            String name = organisation.commune(one.commune()).name();
            assertThat(file).doesNotContain(name).doesNotContain("Nadia");
            assertThat(page)
                    .doesNotContain(name)
                    .doesNotContain(organisation.team(one.team()).name());
        }
    }
}
