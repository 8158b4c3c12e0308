package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.capaccueil.indicator.domain.GivenFigures;
import org.capaccueil.indicator.domain.SeriesReading;
import org.capaccueil.indicator.domain.SeriesReading.Reading;
import org.capaccueil.indicator.domain.ValueEntry;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Verdict;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a value is held against, and what is shown without being held against anything. */
@ApplicationTest
class JudgedValuesTest {

    private static final Period MONTH = Period.lastOver(Frequency.MONTH, LocalDate.now(PublicTime.ZONE));

    @Autowired
    Fixtures fixtures;

    @Autowired
    ValueEntry entry;

    @Autowired
    SeriesReading reading;

    private Town town;
    private Actor agent;

    @BeforeEach
    void aTown() {
        town = fixtures.town();
        agent = fixtures.actor(town.agent());
    }

    @Test
    void pointsDoNotSayInHowManyVisitsTheyWereHad() {
        give("MYST", "60", "120");

        assertThat(standing("MYST").value()).isEqualByComparingTo("5");
        assertThat(standing("MYST").verdict()).isEqualTo(Verdict.BASE_UNKNOWN);
    }

    private void give(String code, String part, String base) {
        entry.give(
                agent,
                town.team(),
                code,
                Channel.PHONE,
                MONTH,
                0,
                new GivenFigures(new BigDecimal(part), new BigDecimal(base), "Relevé", null, null));
    }

    private Reading standing(String code) {
        return reading.history(agent, town.team(), code, Channel.PHONE)
                .point(MONTH)
                .standing();
    }
}
