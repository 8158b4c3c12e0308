package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.domain.Definitions;
import org.capaccueil.indicator.domain.GivenFigures;
import org.capaccueil.indicator.domain.SeriesDraft;
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
import org.capaccueil.support.Pages;
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

    @Autowired
    Definitions definitions;

    @Autowired
    Pages pages;

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

    @Test
    void aValueOfAnotherUnitIsHeldAgainstNothingAndStandsOnNoLine() throws Exception {
        Actor manager = fixtures.actor(town.manager());
        SeriesDraft draft = IndicatorTest.draft("TEL-DUREE", Kind.MEAN, "min");
        UUID id = definitions.define(manager, draft);
        give("TEL-DUREE", "300", "100");
        definitions.change(
                manager,
                id,
                definitions.coded(town.commune(), "TEL-DUREE").version(),
                IndicatorTest.reckoned(
                        draft,
                        new Formula(Kind.RATIO, draft.formula().part(), new Quantity("heures d'ouverture", "h")),
                        "min/h"));

        assertThat(standing("TEL-DUREE").verdict()).isEqualTo(Verdict.OTHER_UNIT);
        pages.open(town.agent(), "/indicators/teams/" + town.team() + "/TEL-DUREE/phone")
                .andExpect(content()
                        .string(allOf(
                                containsString(">3 min</td>"),
                                not(containsString("data-value=\"3\"")),
                                containsString("Autre unité"))));
    }

    @Test
    void whatMissesItsTargetByAHairNeverReadsAsIfItMetIt() throws Exception {
        entry.give(
                agent,
                town.team(),
                "CNT-WAIT",
                Channel.COUNTER,
                MONTH,
                0,
                new GivenFigures(new BigDecimal("1004"), new BigDecimal("100"), "Relevé", null, null));

        pages.open(town.agent(), "/indicators?team=" + town.team())
                .andExpect(content().string(containsString("10,1 min")));
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
