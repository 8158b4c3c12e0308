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
import org.capaccueil.support.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * A métropole's 49 communes of 20 teams each, all with a campaign under way: what everybody's home page asks of the
 * database, and how long it takes beside the same page when there was one commune.
 */
@ApplicationTest
@Import(Statements.class)
class HomeOfANetworkIT {

    private static final int COMMUNES = 49;
    private static final int TEAMS = 20;
    private static final int MOST_STATEMENTS = 10;
    private static final double MOST_GROWTH = 1.5;
    private static final int ROUNDS = 60;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyRolesHomeAsksAtMostTenStatementsAndTakesNoLongerForFortyNineCommunes() throws Exception {
        Town first = fixtures.town();
        commune(first);
        Map<String, PersonId> people = people(first);
        Map<String, Long> alone = medians(people);

        for (int i = 1; i < COMMUNES; i++) {
            commune(fixtures.town());
        }
        Map<String, Long> amongMany = medians(people);

        List<String> table = new ArrayList<>();
        Map<String, Integer> asked = new LinkedHashMap<>();
        Map<String, Double> growth = new LinkedHashMap<>();
        for (Map.Entry<String, PersonId> one : people.entrySet()) {
            List<String> sql = statements.during(() -> open(one.getValue()));
            asked.put(one.getKey(), sql.size());
            growth.put(one.getKey(), (double) amongMany.get(one.getKey()) / alone.get(one.getKey()));
            table.add("%-16s %2d statements, %5.1f ms at 1 commune, %5.1f ms at %d, ratio %.2f"
                    .formatted(
                            one.getKey(),
                            sql.size(),
                            alone.get(one.getKey()) / 1e6,
                            amongMany.get(one.getKey()) / 1e6,
                            COMMUNES,
                            growth.get(one.getKey())));
        }
        System.out.println(String.join(System.lineSeparator(), table));
        assertThat(asked)
                .allSatisfy(
                        (role, count) -> assertThat(count).as(role).isPositive().isLessThanOrEqualTo(MOST_STATEMENTS));
        assertThat(growth)
                .allSatisfy((role, ratio) -> assertThat(ratio).as(role).isLessThanOrEqualTo(MOST_GROWTH));
    }

    /** The town's own team and nineteen more, in one campaign. */
    private void commune(Town town) {
        List<TeamId> teams = new ArrayList<>(List.of(town.team()));
        for (int i = 2; i <= TEAMS; i++) {
            teams.add(fixtures.team(town.manager(), "T" + i, "Équipe " + i, town.lead(), town.agent()));
        }
        CampaignId campaign = fixtures.launched(town, teams.toArray(TeamId[]::new));
        compared(town, campaign);
    }

    /** The commune agrees to be compared, and has published. */
    private void compared(Town town, CampaignId campaign) {
        jdbc.sql("insert into comparison_consent (id, version, commune_id, named, given_by, given_name, given_capacity, "
                        + "given_at) values (?, 0, ?, true, ?, 'Philippe Direction', 'DGS', now())")
                .params(UUID.randomUUID(), town.commune().value(), town.leadership().value())
                .update();
        jdbc.sql("insert into published_result (campaign_id, commune_id, standard_version_id, period_end, published_at, "
                        + "teams, total, scores) values (?, ?, ?, current_date, now(), ?, '75/1', "
                        + "'{\"themes\": {}, \"channels\": {\"COUNTER\": \"70/1\"}}')")
                .params(
                        campaign.value(),
                        town.commune().value(),
                        fixtures.starterStandard().value(),
                        TEAMS)
                .update();
    }

    private Map<String, PersonId> people(Town town) {
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

    private Map<String, Long> medians(Map<String, PersonId> people) throws Exception {
        Map<String, Long> medians = new LinkedHashMap<>();
        for (Map.Entry<String, PersonId> one : people.entrySet()) {
            List<Long> took = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                open(one.getValue());
                took.add(System.nanoTime() - start);
            }
            took.sort(null);
            medians.put(one.getKey(), took.get(ROUNDS / 2));
        }
        return medians;
    }

    /** Where somebody lands who opens the application: for an observer that is a page further. */
    private void open(PersonId person) throws Exception {
        MockHttpServletResponse home = pages.open(person, "/").andReturn().getResponse();
        String further = home.getRedirectedUrl();
        if (further == null) {
            assertThat(home.getStatus()).isEqualTo(200);
        } else {
            pages.open(person, further).andExpect(status().isOk());
        }
    }
}
