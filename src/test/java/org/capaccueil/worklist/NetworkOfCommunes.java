package org.capaccueil.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.TestPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** A métropole's 49 communes of 20 teams each, all with a campaign under way and compared with one another. */
@ApplicationTest
abstract class NetworkOfCommunes {

    static final int COMMUNES = 49;
    private static final int TEAMS = 20;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    /** The town's own team and nineteen more, in one campaign. */
    final void commune(Town town) {
        List<TeamId> teams = new ArrayList<>(List.of(town.team()));
        for (int i = 2; i <= TEAMS; i++) {
            teams.add(fixtures.team(town.manager(), "T" + i, "Équipe " + i, town.lead(), town.agent()));
        }
        CampaignId campaign = fixtures.launched(town, teams.toArray(TeamId[]::new));
        compared(town, campaign);
    }

    /** What the database does by itself within a minute: without it the planner takes all tables for small ones. */
    final void countedByTheDatabase() {
        TestPostgres.asOwner(environment).sql("analyze").update();
    }

    /** The commune agrees to be compared, and has published. */
    private void compared(Town town, CampaignId campaign) {
        jdbc.sql(
                        "insert into comparison_consent (id, version, commune_id, named, given_by, given_name, given_capacity, "
                                + "given_at) values (?, 0, ?, true, ?, 'Philippe Direction', 'DGS', now())")
                .params(
                        UUID.randomUUID(),
                        town.commune().value(),
                        town.leadership().value())
                .update();
        jdbc.sql(
                        "insert into published_result (campaign_id, commune_id, standard_version_id, period_end, published_at, "
                                + "teams, total, scores) values (?, ?, ?, current_date, now(), ?, '75/1', "
                                + "'{\"themes\": {}, \"channels\": {\"COUNTER\": \"70/1\"}}')")
                .params(
                        campaign.value(),
                        town.commune().value(),
                        fixtures.starterStandard().value(),
                        TEAMS)
                .update();
    }

    final Map<String, PersonId> people(Town town) {
        Map<String, PersonId> people = new LinkedHashMap<>();
        people.put("référent qualité", town.manager());
        people.put("responsable", town.lead());
        people.put("agent", town.agent());
        people.put("direction", town.leadership());
        people.put("auditeur", town.auditor());
        for (Role role : List.of(Role.OBSERVER, Role.OPERATOR)) {
            people.put(role.title(), fixtures.person(town.commune(), role.title(), "reseau", role.title(), role));
        }
        return people;
    }

    /** Where somebody lands who opens the application: for an observer that is a page further. */
    final void open(PersonId person) throws Exception {
        MockHttpServletResponse home = pages.open(person, "/").andReturn().getResponse();
        String further = home.getRedirectedUrl();
        if (further == null) {
            assertThat(home.getStatus()).isEqualTo(200);
        } else {
            pages.open(person, further).andExpect(status().isOk());
        }
    }
}
