package org.capaccueil.label.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.label.AuditedTeam;
import org.capaccueil.label.domain.WhatIf;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A draft's thresholds and what past verdicts would have been. */
@ApplicationTest
@AutoConfigureMockMvc
@Import(AuditedTeam.class)
class WhatIfPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    AuditedTeam team;

    @Autowired
    Standards standards;

    @Autowired
    StandardLife life;

    @Autowired
    LabelFile file;

    @Autowired
    WhatIf whatIf;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    private Town town;

    @BeforeEach
    void aTown() {
        town = fixtures.town();
    }

    @Test
    void aHigherThresholdWouldHaveTakenALevelAndThePageSaysWhy() throws Exception {
        EvaluationView evaluation = audited();
        StandardVersionId draft = draft(level(LabelLevel.BRONZE, 60, 50), level(LabelLevel.SILVER, 78, 60));

        page(town.manager(), draft)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(evaluation.teamName())))
                .andExpect(content().string(containsString("Plus bas")))
                .andExpect(content()
                        .string(containsString(
                                "Score d&#39;ensemble de l&#39;audit : 75 ; exigé : au moins 78, au moins 75 alors")));
        assertThat(whatIf.of(fixtures.actor(town.manager()), draft).lowered()).isEqualTo(1);
    }

    @Test
    void aLowerThresholdWouldHaveGivenALevel() {
        audited();
        StandardVersionId draft = draft(level(LabelLevel.BRONZE, 40, 40), level(LabelLevel.GOLD, 70, 70));

        WhatIf.Comparison comparison = whatIf.of(fixtures.actor(town.manager()), draft);

        assertThat(comparison.raised()).isEqualTo(1);
        assertThat(comparison.teams()).singleElement().satisfies(verdicts -> {
            assertThat(verdicts.then()).isEqualTo(LabelLevel.SILVER);
            assertThat(verdicts.now()).isEqualTo(LabelLevel.GOLD);
            assertThat(verdicts.why())
                    .contains("Score d'ensemble de l'audit : 75 ; exigé : au moins 70, au moins 85 alors");
        });
    }

    @Test
    void aLevelThatIsDroppedIsSaidToBeGone() {
        audited();

        assertThat(whatIf.of(fixtures.actor(town.manager()), draft(level(LabelLevel.BRONZE, 60, 50)))
                        .teams())
                .singleElement()
                .extracting(WhatIf.Verdicts::why)
                .isEqualTo(List.of("Le niveau Argent n'existe plus dans ces règles."));
    }

    @Test
    void sameRulesChangeNothingAndNothingIsStored() {
        EvaluationView evaluation = audited();
        file.print(evaluation.id());
        String before = stored();

        WhatIf.Comparison comparison = whatIf.of(fixtures.actor(town.manager()), fixtures.starterStandard());

        assertThat(comparison.unchanged()).isEqualTo(1);
        assertThat(comparison.teams()).allMatch(verdicts -> verdicts.why().isEmpty());
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void withoutAnAuditedTeamThePageSaysSo() throws Exception {
        page(town.manager(), fixtures.starterStandard())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Aucune équipe à comparer")));
    }

    @Test
    void onlyQualityManagersLookAndEachSeesTheCampaignsOfTheOwnCommune() throws Exception {
        audited();

        page(town.lead(), fixtures.starterStandard()).andExpect(status().isForbidden());
        assertThat(whatIf.of(fixtures.actor(fixtures.town().manager()), fixtures.starterStandard())
                        .teams())
                .isEmpty();
    }

    private String stored() {
        return jdbc.sql("select count(*) || '/' || max(taken_at) from label_snapshot")
                .query(String.class)
                .single();
    }

    private EvaluationView audited() {
        EvaluationView evaluation = fixtures.openEvaluation(town);
        team.rated(evaluation, town, 4, 3, "CLOSED");
        UUID finding = team.finding(evaluation, 1, "MINOR", "ACC-3", Place.PHONE);
        team.signedPlan(evaluation, town, finding, "ACC-3", "EFFECTIVE");
        team.measured(evaluation, "62");
        return evaluation;
    }

    private StandardVersionId draft(LevelRule... levels) {
        Standard starter = standards.content(fixtures.starterStandard());
        LabelRules usual = starter.labelRules();
        Standard other = starter.withRules(new LabelRules(
                List.of(levels),
                usual.mandatoryMin(),
                usual.maxOpenMajor(),
                usual.minorToMajorCount(),
                usual.carriedOverMinorIsMajor(),
                usual.maxNaWeightSharePerTheme(),
                usual.indicatorCoverageMin(),
                usual.validity(),
                usual.reportDays(),
                usual.correction(),
                usual.provenance()));
        return life.keepDraft(
                fixtures.actor(town.manager()),
                new Standard(
                        other.code(),
                        UUID.randomUUID().toString().substring(0, 8),
                        other.kind(),
                        other.titleFr(),
                        other.titleEn(),
                        other.source(),
                        other.disclaimer(),
                        other.origin(),
                        other.scales(),
                        other.themes(),
                        other.labelRules(),
                        other.indicators(),
                        other.survey()),
                StandardLife.NO_DRAFT);
    }

    private static LevelRule level(LabelLevel level, int overall, int theme) {
        return new LevelRule(level, BigDecimal.valueOf(overall), BigDecimal.valueOf(theme));
    }

    private ResultActions page(PersonId person, StandardVersionId version) throws Exception {
        MockHttpSession session = (MockHttpSession) mvc.perform(formLogin("/login")
                        .user(organisation.person(person).email())
                        .password("accueil"))
                .andReturn()
                .getRequest()
                .getSession();
        return mvc.perform(get("/standards/" + version + "/what-if").session(session));
    }
}
