package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.LabelRules;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Survey;
import org.capaccueil.standard.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartLinkTest {

    @ParameterizedTest(name = "{0} leads to {2}")
    @MethodSource("faulty")
    void aFaultLeadsToWhereItIsMended(String what, Standard draft, String page) {
        assertThat(PartLink.faults(draft)).as(what).extracting(PartLink::page).contains(page);
    }

    static List<Arguments> faulty() throws IOException {
        Standard sound = PartFormTest.shipped("starter.yaml");
        assertThat(PartLink.faults(sound)).isEmpty();
        Theme theme = sound.themes().get(0);
        LabelRules rules = sound.labelRules();
        Survey survey = Objects.requireNonNull(sound.survey());
        Survey unanswerable = survey(
                survey,
                List.of(new Survey.SurveyQuestion("q", Survey.Type.SINGLE, true, "Pourquoi ?", List.of(), null)));
        return List.of(
                arguments("no theme", with(sound, sound.scales(), List.of(), rules, survey), "#themes"),
                arguments("no scale", with(sound, List.of(), sound.themes(), rules, survey), "#scales"),
                arguments(
                        "a theme without criteria", withTheme(sound, theme, theme.titleFr(), List.of()), "#theme-ACC"),
                arguments("a theme without a title", withTheme(sound, theme, "", theme.criteria()), "/theme/ACC"),
                arguments(
                        "a criterion twice",
                        withTheme(
                                sound,
                                theme,
                                theme.titleFr(),
                                List.of(
                                        theme.criteria().get(0),
                                        theme.criteria().get(0))),
                        "/criterion/ACC-1"),
                arguments("rules without a level", sound.withRules(withoutLevels(rules)), "/rules"),
                arguments(
                        "a survey without questions",
                        with(sound, sound.scales(), sound.themes(), rules, survey(survey, List.of())),
                        "#survey"),
                arguments(
                        "a question without answers",
                        with(sound, sound.scales(), sound.themes(), rules, unanswerable),
                        "/question/q"));
    }

    private static Standard withTheme(Standard standard, Theme theme, String title, List<Criterion> criteria) {
        Theme other =
                new Theme(theme.code(), title, theme.titleEn(), theme.group(), theme.scale(), theme.weight(), criteria);
        return with(standard, standard.scales(), List.of(other), standard.labelRules(), standard.survey());
    }

    private static Survey survey(Survey survey, List<Survey.SurveyQuestion> questions) {
        return new Survey(survey.code(), survey.titleFr(), survey.anonymous(), survey.estimatedMinutes(), questions);
    }

    private static LabelRules withoutLevels(LabelRules rules) {
        return new LabelRules(
                List.of(),
                rules.mandatoryMin(),
                rules.maxOpenMajor(),
                rules.minorToMajorCount(),
                rules.carriedOverMinorIsMajor(),
                rules.maxNaWeightSharePerTheme(),
                rules.indicatorCoverageMin(),
                rules.validity(),
                rules.reportDays(),
                rules.correction(),
                rules.provenance());
    }

    private static Standard with(
            Standard standard, List<Scale> scales, List<Theme> themes, LabelRules rules, Survey survey) {
        return new Standard(
                standard.code(),
                standard.version(),
                standard.kind(),
                standard.titleFr(),
                standard.titleEn(),
                standard.source(),
                standard.disclaimer(),
                standard.origin(),
                scales,
                themes,
                rules,
                standard.indicators(),
                survey);
    }
}
