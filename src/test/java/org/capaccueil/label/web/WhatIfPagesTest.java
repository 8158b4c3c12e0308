package org.capaccueil.label.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.label.AuditedTeam;
import org.capaccueil.label.domain.WhatIf;
import org.capaccueil.label.report.LabelFile;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.LabelLevel;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.LabelRules.LevelRule;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.Theme;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Browsers;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** A draft's thresholds and what past verdicts would have been. */
@ApplicationTest
class WhatIfPagesTest {

    @Autowired
    Browsers browsers;

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
    void aMinimumOfACriterionChangedInTheDraftIsJudged() {
        audited();
        StandardVersionId draft = draft(
                "ACC-3",
                one -> criterion(
                        one,
                        one.code(),
                        one.weight(),
                        one.mandatory(),
                        Map.of(LabelLevel.SILVER, BigDecimal.valueOf(80))));

        assertThat(comparison(draft).teams()).singleElement().satisfies(team -> {
            assertThat(team.now()).isEqualTo(LabelLevel.BRONZE);
            assertThat(team.why())
                    .contains("Minimums de critère du niveau : 0 sur 1, rien alors ; exigé : 1 sur 1 tenus, rien alors")
                    .anyMatch(reason -> reason.startsWith("ACC-3 « ") && reason.contains("est à 75"));
        });
    }

    @Test
    void aCriterionMadeMandatoryInTheDraftIsJudgedByItsWorstPlace() {
        EvaluationView evaluation = audited();
        String code = notMandatory(evaluation);
        team.auditorGrades(evaluation, code, Place.PHONE, 2);

        assertThat(comparison(draft(code, one -> criterion(one, code, one.weight(), true, Map.of())))
                        .teams())
                .singleElement()
                .satisfies(team -> {
                    assertThat(team.now()).isNull();
                    assertThat(team.why())
                            .contains(
                                    "Chaque critère obligatoire est conforme partout : au plus bas 50, au plus bas 75 alors "
                                            + "; exigé : au moins 75 partout");
                });
    }

    @Test
    void weightsChangedInTheDraftMoveTheScores() {
        EvaluationView evaluation = audited();
        String code = notMandatory(evaluation);
        team.auditorGrades(evaluation, code, Place.COUNTER, 4);
        team.auditorGrades(evaluation, code, Place.PHONE, 4);

        Standard starter = standards.content(fixtures.starterStandard());
        Theme owner = starter.themeOf(code);

        // the criterion is nearly all of its theme, and the theme nearly all of the whole
        StandardVersionId draft = keep(
                starter,
                starter.code(),
                starter.themes().stream()
                        .map(theme -> theme.equals(owner)
                                ? withCriteria(
                                        theme,
                                        1_000_000,
                                        theme.criteria().stream()
                                                .map(one -> one.code().equals(code)
                                                        ? criterion(one, code, 100_000, false, Map.of())
                                                        : one)
                                                .toList())
                                : theme)
                        .toList());

        assertThat(comparison(draft).teams()).singleElement().satisfies(team -> {
            assertThat(team.now()).isEqualTo(LabelLevel.GOLD);
            assertThat(team.why())
                    .singleElement()
                    .asString()
                    .startsWith("Score d'ensemble de l'audit : 99,")
                    .endsWith(" alors ; exigé : au moins 85");
        });
    }

    @Test
    void oneMoreMinorToAMajorIsSaidInWhatIsRequired() {
        EvaluationView evaluation = audited();
        for (int number = 2; number <= 6; number++) {
            UUID finding = team.finding(evaluation, number, "MINOR", "ACC-3", Place.PHONE);
            team.action(evaluation, town, number, finding, "ACC-3", "IN_PROGRESS");
        }
        StandardVersionId draft = draft(starter -> starter.withRules(
                rules(starter.labelRules(), starter.labelRules().levels(), 6)));

        assertThat(comparison(draft).teams()).singleElement().satisfies(team -> {
            assertThat(team.then()).isNull();
            assertThat(team.now()).isEqualTo(LabelLevel.SILVER);
            assertThat(team.why())
                    .containsExactly(
                            "Pas de non-conformité majeure ouverte : 0 majeure, 5 mineures ; exigé : aucune ; 6 "
                                    + "mineures en valent une, aucune ; 5 mineures en valent une alors");
        });
    }

    @Test
    void whatCannotBeComparedIsSaidOnThePage() throws Exception {
        audited();
        StandardVersionId draft =
                draft("ACC-3", one -> criterion(one, "ACC-99", one.weight(), one.mandatory(), one.levelMinimums()));

        page(town.manager(), draft)
                .andExpect(content().string(containsString("Ce qui ne se compare pas")))
                .andExpect(content()
                        .string(containsString(
                                "Critères qui n&#39;étaient pas demandés alors, laissés hors du calcul : ACC-99.")))
                .andExpect(content()
                        .string(containsString("Critères que cette version n&#39;a plus, jugés comme alors : ACC-3.")));
        assertThat(comparison(draft).unchanged()).isEqualTo(1);
        assertThat(comparison(fixtures.starterStandard()).limits()).isEmpty();
    }

    @Test
    void anAdaptedCopyIsComparedWithEveryVersionOfWhatItAdapts() {
        audited();
        StandardVersionId later = draft(starter -> starter);
        StandardVersionId copy = keep(
                standards.content(fixtures.starterStandard()),
                "COPY-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT),
                standards.content(fixtures.starterStandard()).themes());
        // drafted from another version of the standard than the one the campaign ran on
        jdbc.sql("update standard_version set based_on = ? where id = ?")
                .params(later.value(), copy.value())
                .update();

        assertThat(comparison(copy).teams()).hasSize(1);
    }

    private WhatIf.Comparison comparison(StandardVersionId draft) {
        return whatIf.of(fixtures.actor(town.manager()), draft);
    }

    /** A criterion that does not block, asked at the counter and by phone. */
    private String notMandatory(EvaluationView evaluation) {
        return standards.content(evaluation.standard()).questionsFor(evaluation.scope()).stream()
                .filter(question -> !question.criterion().mandatory()
                        && question.places().containsAll(List.of(Place.COUNTER, Place.PHONE)))
                .map(question -> question.criterion().code())
                .findFirst()
                .orElseThrow();
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
        return draft(starter -> starter.withRules(rules(
                starter.labelRules(), List.of(levels), starter.labelRules().minorToMajorCount())));
    }

    private static LabelRules rules(LabelRules usual, List<LevelRule> levels, int minorToMajor) {
        return new LabelRules(
                levels,
                usual.mandatoryMin(),
                usual.maxOpenMajor(),
                minorToMajor,
                usual.carriedOverMinorIsMajor(),
                usual.maxNaWeightSharePerTheme(),
                usual.indicatorCoverageMin(),
                usual.validity(),
                usual.reportDays(),
                usual.correction(),
                usual.provenance());
    }

    /** A draft of the starter standard, changed. */
    private StandardVersionId draft(UnaryOperator<Standard> change) {
        Standard other = change.apply(standards.content(fixtures.starterStandard()));
        return keep(other, other.code(), other.themes());
    }

    /** A draft of the starter standard with one criterion changed. */
    private StandardVersionId draft(String code, UnaryOperator<Criterion> change) {
        Standard starter = standards.content(fixtures.starterStandard());
        return keep(
                starter,
                starter.code(),
                starter.themes().stream()
                        .map(theme -> withCriteria(
                                theme,
                                theme.weight(),
                                theme.criteria().stream()
                                        .map(one -> one.code().equals(code) ? change.apply(one) : one)
                                        .toList()))
                        .toList());
    }

    private static Theme withCriteria(Theme theme, int weight, List<Criterion> criteria) {
        return new Theme(
                theme.code(), theme.titleFr(), theme.titleEn(), theme.group(), theme.scale(), weight, criteria);
    }

    private static Criterion criterion(
            Criterion one, String code, int weight, boolean mandatory, Map<LabelLevel, BigDecimal> minimums) {
        return new Criterion(
                code,
                one.titleFr(),
                one.titleEn(),
                one.channels(),
                weight,
                mandatory,
                one.notApplicableAllowed() && !mandatory,
                one.appliesTo(),
                minimums,
                one.evidenceFr(),
                one.methods(),
                one.measuredBy(),
                one.scope(),
                one.legalBasis(),
                one.note());
    }

    private StandardVersionId keep(Standard other, String code, List<Theme> themes) {
        return life.keepDraft(
                fixtures.actor(town.manager()),
                new Standard(
                        code,
                        UUID.randomUUID().toString().substring(0, 8),
                        other.kind(),
                        other.titleFr(),
                        other.titleEn(),
                        other.source(),
                        other.disclaimer(),
                        other.origin(),
                        other.scales(),
                        themes,
                        other.labelRules(),
                        other.indicators(),
                        other.survey()),
                StandardLife.NO_DRAFT);
    }

    private static LevelRule level(LabelLevel level, int overall, int theme) {
        return new LevelRule(level, BigDecimal.valueOf(overall), BigDecimal.valueOf(theme));
    }

    private ResultActions page(PersonId person, StandardVersionId version) throws Exception {
        return browsers.mvc().perform(get("/standards/" + version + "/what-if").session(browsers.signedIn(person)));
    }
}
