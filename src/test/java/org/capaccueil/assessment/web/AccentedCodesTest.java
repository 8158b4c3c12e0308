package org.capaccueil.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.capaccueil.assessment.domain.IndividualRatingDesk;
import org.capaccueil.assessment.domain.RoundDecisions;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.capaccueil.support.TeamPhases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;

/** Without scripts a saved answer leads back to its place; a header that leads there holds no accent. */
@ApplicationTest
class AccentedCodesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Libraries libraries;

    @Autowired
    Pages pages;

    @Autowired
    RoundDecisions rounds;

    @Autowired
    IndividualRatingDesk alone;

    Town town;
    EvaluationId id;
    String base;

    @BeforeEach
    void aStandardInFrench() {
        town = fixtures.town(Channel.COUNTER);
        id = fixtures.openEvaluation(
                        town,
                        libraries.imported(
                                fixtures.actor(town.manager()), "services-publics-plus-like.yaml", text -> text.replace(
                                                "code: \"P1\"", "code: \"ÉCOLE\"")
                                        .replace("code: \"P1.1\"", "code: \"É.1\"")))
                .id();
        phases.toSelfAssessment(town, id);
        base = "/evaluations/" + id + "/self-assessment";
    }

    @Test
    void anAnswerGivenTogetherLeadsBackToItself() throws Exception {
        assertLeadsTo(base + "?theme=ÉCOLE#É.1-counter", base + "/ratings/É.1/counter", "grade", "3", "version", "0");
    }

    @Test
    void aPieceOfEvidenceLeadsBackToItsCriterion() throws Exception {
        assertLeadsTo(
                base + "?theme=ÉCOLE#É.1", base + "/evidence/É.1/links", "link", "https://commune.example/horaires");
    }

    @Test
    void anAnswerGivenAloneAndOneAgreedOnLeadBackToThemselves() throws Exception {
        rounds.open(fixtures.actor(town.lead()), id);
        assertLeadsTo(
                base + "/individual?theme=ÉCOLE#É.1-counter",
                base + "/individual/ratings/É.1/counter",
                "grade",
                "3",
                "version",
                "0");
        alone.rate(fixtures.actor(town.lead()), id, "É.1", Place.COUNTER, 0, Grade.of(3), null);
        rounds.close(fixtures.actor(town.lead()), id);

        assertLeadsTo(
                base + "/consensus?theme=ÉCOLE&show=all#É.1-counter",
                base + "/consensus/ratings/É.1/counter",
                "grade",
                "3",
                "version",
                "0");
        assertLeadsTo(base + "/consensus?theme=ÉCOLE&show=all", base + "/consensus/unanimous/ÉCOLE");
    }

    private void assertLeadsTo(String expected, String address, String... fields) throws Exception {
        String location = Objects.requireNonNull(pages.send(town.agent(), address, fields)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(location).isASCII();
        assertThat(UriUtils.decode(location, StandardCharsets.UTF_8)).isEqualTo(expected);
    }
}
