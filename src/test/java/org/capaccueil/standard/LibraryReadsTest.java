package org.capaccueil.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManagerFactory;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Texts of standards are long: pages that list versions leave them in the database. */
@ApplicationTest
class LibraryReadsTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Libraries libraries;

    @Autowired
    Pages pages;

    @Autowired
    EntityManagerFactory factory;

    Statistics statistics;

    @BeforeEach
    void count() {
        statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @AfterEach
    void countNoMore() {
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void listsReadNoText() throws Exception {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        StandardVersionId published = libraries.copy(manager);
        for (String list : new String[] {
            "/standards", "/standards/mappings", "/standards/" + published + "/withdrawal", "/campaigns/new"
        }) {
            statistics.clear();
            pages.open(town.manager(), list).andExpect(status().isOk());
            assertThat(statistics
                            .getEntityStatistics("org.capaccueil.standard.domain.StandardVersion")
                            .getLoadCount())
                    .as(list)
                    .isZero();
        }
    }

    @Test
    void aComparisonOfTwoVersionsReadsThoseTwoOnly() throws Exception {
        Town town = fixtures.town();
        Actor manager = fixtures.actor(town.manager());
        StandardVersionId first = libraries.copy(manager);
        StandardVersionId second = libraries.copy(manager);
        statistics.clear();

        pages.open(town.manager(), "/standards/" + first + "/difference?with=" + second)
                .andExpect(status().isOk());

        assertThat(statistics
                        .getEntityStatistics("org.capaccueil.standard.domain.StandardVersion")
                        .getLoadCount())
                .isLessThanOrEqualTo(2);
    }
}
