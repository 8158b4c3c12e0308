package org.capaccueil.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.UUID;
import org.capaccueil.audit.domain.PoolDesk;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.Register;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.Phases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pool, whom people answer to, the choice with its reasons, and a declared link, on their pages. */
@ApplicationTest
class AuditorPagesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Phases phases;

    @Autowired
    Pages pages;

    @Autowired
    PoolDesk pool;

    @Autowired
    Organisation organisation;

    @Autowired
    Register register;

    @Autowired
    JdbcClient jdbc;

    Town town;
    PersonId lender;
    PersonId own;
    String mark;

    @BeforeEach
    void aCommuneAndItsNeighbour() {
        town = fixtures.town();
        lender = fixtures.neighbour(town.auditor()).id();
        mark = UUID.randomUUID().toString().substring(0, 8);
        own = fixtures.person(town.commune(), "Zoé " + mark, mark, "Auditrice", Role.AUDITOR);
    }

    @Test
    void aCommuneLendsItsAuditorAndTakesThemBackWithTheTrail() throws Exception {
        pages.open(lender, "/auditors").andExpect(content().string(not(containsString("Zoé " + mark))));

        pages.send(town.manager(), "/auditors/" + own, "version", "0", "lent", "true", "qualifications", "Q-" + mark)
                .andExpect(redirectedUrl("/auditors"));
        pages.open(lender, "/auditors")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Zoé " + mark), containsString("Q-" + mark))));

        pages.send(
                        town.manager(),
                        "/auditors/" + own,
                        "version",
                        Long.toString(version(own)),
                        "qualifications",
                        "Q-" + mark,
                        "awayUntil",
                        "2999-12-31")
                .andExpect(redirectedUrl("/auditors"));
        pages.open(lender, "/auditors").andExpect(content().string(not(containsString("Zoé " + mark))));
        pages.open(town.manager(), "/auditors")
                .andExpect(content()
                        .string(allOf(
                                containsString("Zoé " + mark),
                                containsString("Non prêté"),
                                containsString(" jusqu’au 31 décembre 2999"))));
        assertThat(jdbc.sql("select action from trail_entry where subject = ? order by id")
                        .param("Auditeurs · Zoé " + mark)
                        .query(String.class)
                        .list())
                .containsExactly("Auditeur prêté aux autres communes", "Auditeur repris par sa commune");
    }

    @Test
    void thePoolSaysWhichTeamsSomebodyAuditedInWhichCycle() {
        phases.onSite(town);

        assertThat(pool.entries(fixtures.actor(lender)))
                .filteredOn(entry -> entry.id().equals(town.auditor()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.missions()).singleElement().satisfies(mission -> {
                    assertThat(mission.cycle()).isEqualTo("Campagne d'essai");
                    assertThat(mission.team()).startsWith("Accueil");
                    assertThat(mission.commune()).startsWith("Commune");
                }));
    }

    @Test
    void onlyQualityManagersSeeThePoolAndOnlyTheOwnCommuneLends() throws Exception {
        pages.open(town.lead(), "/auditors").andExpect(status().isForbidden());
        pages.open(town.auditor(), "/auditors").andExpect(status().isForbidden());
        pages.open(town.manager(), "/auditors/" + town.auditor()).andExpect(status().isNotFound());
        pages.send(town.manager(), "/auditors/" + town.auditor(), "version", "1")
                .andExpect(status().isNotFound());
        pages.open(town.manager(), "/auditors/" + town.agent()).andExpect(status().isNotFound());
        pages.open(town.manager(), "/auditors/" + UUID.randomUUID()).andExpect(status().isNotFound());
    }

    @Test
    void twoManagersWhoChangeOneAuditorSeeBothVersionsAndNothingIsLost() throws Exception {
        pages.send(town.manager(), "/auditors/" + own, "version", "0", "qualifications", "La première");

        pages.send(town.manager(), "/auditors/" + own, "version", "0", "qualifications", "La seconde")
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("La première"), containsString("La seconde"))));
        assertThat(pool.own(fixtures.actor(town.manager()), own).terms().qualifications())
                .isEqualTo("La première");
    }

    @Test
    void aTextTooLongIsRefusedAtItsField() throws Exception {
        pages.send(town.manager(), "/auditors/" + own, "version", "0", "qualifications", "q".repeat(1_001))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("qualifications-error")));
    }

    @Test
    void whomAPersonAnswersToIsSaidOnTheirPageAndNoCircleIsClosed() throws Exception {
        pages.open(town.manager(), "/people/" + town.agent() + "/manager")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Éloïse Responsable")));
        pages.send(
                        town.manager(),
                        "/people/" + town.agent() + "/manager",
                        "version",
                        personVersion(town.agent()),
                        "manager",
                        town.lead().toString())
                .andExpect(redirectedUrl("/people/" + town.agent() + "/edit"));
        assertThat(organisation.person(town.agent()).manager()).isEqualTo(town.lead());

        pages.send(
                        town.manager(),
                        "/people/" + town.lead() + "/manager",
                        "version",
                        personVersion(town.lead()),
                        "manager",
                        town.agent().toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("elle-même placée sous l&#39;autorité")));
        Actor manager = fixtures.actor(town.manager());
        long version = organisation.person(town.lead()).version();
        assertThatThrownBy(() -> register.nameManager(manager, town.lead(), version, town.lead()))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("son propre supérieur");
        pages.send(
                        town.manager(),
                        "/people/" + town.agent() + "/manager",
                        "version",
                        "0",
                        "manager",
                        town.leadership().toString())
                .andExpect(status().isConflict());
        pages.open(town.manager(), "/people/" + town.auditor() + "/manager").andExpect(status().isNotFound());
        pages.open(town.lead(), "/people/" + town.agent() + "/manager").andExpect(status().isForbidden());
    }

    @Test
    void theChoiceShowsEveryReasonInWordsAndRefusesTheSame() throws Exception {
        register.enrol(fixtures.actor(town.manager()), town.team(), own, false);
        EvaluationId id = phases.toAudit(town);
        String assign = "/evaluations/" + id + "/audit/assign";

        pages.open(town.manager(), assign)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("fait partie de l&#39;équipe à auditer")));
        pages.send(town.manager(), assign, "auditor", own.toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ne peut pas auditer cette équipe")));
    }

    @Test
    void aDeclaredLinkIsReadAndJudgedOnItsPage() throws Exception {
        EvaluationId id = phases.toAudit(town);
        String audit = "/evaluations/" + id + "/audit";
        pages.send(town.manager(), audit + "/assign", "auditor", town.auditor().toString());
        pages.send(town.auditor(), audit + "/independence", "signed", "true", "link", "Cousine d'un agent")
                .andExpect(redirectedUrl(audit));
        pages.open(town.auditor(), audit).andExpect(content().string(containsString("Votre déclaration est signée")));
        pages.open(town.lead(), audit + "/link").andExpect(status().isForbidden());

        pages.open(town.manager(), audit + "/link")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("Cousine d&#39;un agent"), containsString("Hélène Auditrice"))));
        pages.send(town.manager(), audit + "/link", "reason", "x")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("verdict-error")));
        pages.send(town.manager(), audit + "/link", "verdict", "KEEP", "reason", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("reason-error")));
        pages.send(town.manager(), audit + "/link", "verdict", "REPLACE", "reason", "Trop proche")
                .andExpect(redirectedUrl(audit + "/assign"));
        pages.open(town.manager(), audit + "/assign").andExpect(content().string(containsString("Trop proche")));
        pages.send(town.manager(), audit + "/link", "verdict", "KEEP", "reason", "Encore")
                .andExpect(status().isConflict());
    }

    private long version(PersonId auditor) {
        return pool.own(fixtures.actor(town.manager()), auditor).version();
    }

    private String personVersion(PersonId person) {
        return Long.toString(Objects.requireNonNull(organisation.person(person)).version());
    }
}
