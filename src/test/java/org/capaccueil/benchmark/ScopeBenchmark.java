package org.capaccueil.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Jobs;
import org.capaccueil.support.Pages;
import org.capaccueil.support.TestPostgres;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

/**
 * What row-level security costs on the pages people open most: 49 communes of 20 teams in campaign, each page with the
 * policies and without them in turn, in one run. Run with {@code mvn verify -Pbenchmark}.
 */
@ApplicationTest
@DirtiesContext
class ScopeBenchmark {

    private static final int COMMUNES = 49;
    private static final int TEAMS = 20;
    private static final int ROUNDS = 20;
    private static final int CLICKS = 5;

    @Autowired
    Fixtures fixtures;

    @Autowired
    CampaignPlanning planning;

    @Autowired
    Jobs jobs;

    @Autowired
    Pages pages;

    @Autowired
    Environment environment;

    private record Launched(Town town, CampaignId campaign) {}

    @Test
    void aPageCostsLittleMoreWithThePoliciesThanWithout() throws Exception {
        Launched last = null;
        for (int commune = 0; commune < COMMUNES; commune++) {
            last = launch();
        }
        assert last != null;
        JdbcClient owner = TestPostgres.asOwner(environment);
        owner.sql("analyze").update();
        measure(owner, last.town().agent(), "/tasks");
        measure(owner, last.town().manager(), "/tasks");
        measure(owner, last.town().manager(), "/campaigns/" + last.campaign() + "/dashboard");
    }

    private Launched launch() {
        Town town = fixtures.town();
        Set<TeamId> teams = new HashSet<>(Set.of(town.team()));
        for (int team = 1; team < TEAMS; team++) {
            teams.add(fixtures.team(town.manager(), "T" + team, "Équipe " + team, town.lead(), town.agent()));
        }
        Actor manager = fixtures.actor(town.manager());
        CampaignId campaign = planning.prepare(manager, fixtures.plan(teams.toArray(TeamId[]::new)));
        planning.launch(manager, campaign);
        jobs.runAll();
        return new Launched(town, campaign);
    }

    private void measure(JdbcClient owner, PersonId person, String page) throws Exception {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        click(person, page);
        for (int round = 0; round < ROUNDS; round++) {
            with.add(click(person, page));
            policies(owner, "disable");
            try {
                without.add(click(person, page));
            } finally {
                policies(owner, "enable");
            }
        }
        double ratio = median(with) / median(without);
        LoggerFactory.getLogger(ScopeBenchmark.class)
                .info(
                        "BENCHMARK | {} with and without policies (at most 1.5) | {} ms, {} ms, ratio {}",
                        page.replaceAll("[0-9a-f-]{36}", "…"),
                        "%.1f".formatted(median(with)),
                        "%.1f".formatted(median(without)),
                        "%.2f".formatted(ratio));
        assertThat(ratio).as(page).isLessThanOrEqualTo(1.5);
    }

    /** Milliseconds a click; the first one after a change of the tables plans anew and does not count. */
    private double click(PersonId person, String page) throws Exception {
        pages.open(person, page).andExpect(MockMvcResultMatchers.status().isOk());
        long start = System.nanoTime();
        for (int click = 0; click < CLICKS; click++) {
            pages.open(person, page);
        }
        return (System.nanoTime() - start) / 1e6 / CLICKS;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static void policies(JdbcClient owner, String what) {
        owner.sql("select relname from pg_class where relforcerowsecurity")
                .query(String.class)
                .list()
                .forEach(table -> owner.sql("alter table " + table + " " + what + " row level security")
                        .update());
    }
}
