package org.capaccueil.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Change.Kind;
import org.capaccueil.standard.Change.Part;
import org.capaccueil.standard.Standard.Origin;
import org.capaccueil.standard.Variants.Variant;
import org.capaccueil.standard.exchange.StandardFormats;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.ClassPathResource;

/** Two standards side by side: nothing that differs is left unsaid, and what is said reads well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandardDifferenceTest {

    /** Who a version is, as opposed to what it says. */
    private static final Set<String> IDENTITY = Set.of("code", "version", "origin.code", "origin.version");

    private static final List<String> SHIPPED =
            List.of("starter", "caf-2020", "caf-2020-pdca", "services-publics-plus-like");

    Standard starter;

    @BeforeAll
    void read() throws IOException {
        starter = standard("starter");
    }

    @Test
    void theSameContentUnderAnotherNameDiffersInNothing() throws IOException {
        for (String name : SHIPPED) {
            Standard one = standard(name);
            assertThat(StandardDifference.between(one, adapted(one)).changes()).isEmpty();
        }
    }

    @Test
    void nothingThatChangesIsLeftUnsaid() throws IOException {
        for (String name : SHIPPED) {
            Standard one = withEverything(standard(name));
            for (Variant<Standard> variant : Variants.of(one)) {
                if (!IDENTITY.contains(variant.where().replace("..", "."))) {
                    StandardDifference difference = StandardDifference.between(one, variant.value());
                    assertThat(difference.changes()).as(variant.where()).isNotEmpty();
                    assertThat(StandardDifference.between(variant.value(), one).changes())
                            .as("back from " + variant.where())
                            .isNotEmpty();
                    assertThat(difference.changes()).allSatisfy(StandardDifferenceTest::readsWell);
                }
            }
        }
    }

    private static void readsWell(Change change) {
        assertThat(change.sentence()).matches("(?s)\\p{Lu}.*\\.").doesNotContain("null", "[", "@");
        assertThat(change.part()).isNotNull();
        assertThat(change.title()).isNotBlank();
    }

    @Test
    void theSameNumberWrittenOtherwiseIsTheSame() {
        LabelRules rules = starter.labelRules();
        Standard other = starter.withRules(new LabelRules(
                rules.levels(),
                rules.mandatoryMin().setScale(3),
                rules.maxOpenMajor(),
                rules.minorToMajorCount(),
                rules.carriedOverMinorIsMajor(),
                rules.maxNaWeightSharePerTheme().setScale(5),
                rules.indicatorCoverageMin(),
                rules.validity(),
                rules.reportDays(),
                rules.correction(),
                rules.provenance()));

        assertThat(StandardDifference.between(starter, other).isEmpty()).isTrue();
    }

    @Test
    void aWeightIsSaidWithItsShareOfTheTheme() {
        Standard after = withCriterion("ACC-1", one -> weighing(one, 5));

        Change change = only(StandardDifference.between(starter, after));

        assertThat(change.kind()).isEqualTo(Kind.REWEIGHTED);
        assertThat(change.sentence())
                .matches("Le critère ACC-1 « Horaires publiés.* » pèse 5 au lieu de \\d "
                        + "\\(\\d+ % du thème au lieu de \\d+ %\\)\\.");
    }

    @Test
    void aWordingIsShownBeforeAndAfter() {
        Standard after = withCriterion("ACC-1", one -> titled(one, "Des horaires qui se lisent de loin"));

        Change change = only(StandardDifference.between(starter, after));

        assertThat(change.kind()).isEqualTo(Kind.REWORDED);
        assertThat(change.sentence())
                .isEqualTo("Reformulé : intitulé du critère ACC-1 « Des horaires qui se lisent de loin ».");
        assertThat(change.before()).startsWith("Horaires publiés");
        assertThat(change.after()).isEqualTo("Des horaires qui se lisent de loin");
    }

    @Test
    void aCriterionThatChangesThemeMovesAndIsNeitherAddedNorRemoved() {
        List<Theme> themes = new ArrayList<>(starter.themes());
        Theme first = themes.get(0);
        Theme second = themes.get(1);
        List<Criterion> more = new ArrayList<>(second.criteria());
        more.add(first.criteria().get(0));
        themes.set(0, with(first, first.criteria().subList(1, first.criteria().size())));
        themes.set(1, with(second, more));

        Change change = only(StandardDifference.between(starter, withThemes(themes)));

        assertThat(change.kind()).isEqualTo(Kind.MOVED);
        assertThat(change.sentence())
                .contains("passe du thème « " + first.titleFr() + " » au thème « " + second.titleFr() + " »");
    }

    @Test
    void onlyWhatWasTakenElsewhereIsSaidToHaveMoved() {
        List<Theme> themes = new ArrayList<>(starter.themes());
        themes.add(themes.remove(0));

        Change change = only(StandardDifference.between(starter, withThemes(themes)));

        assertThat(change.code()).isEqualTo(starter.themes().get(0).code());
        assertThat(change.sentence()).contains("vient maintenant après");
    }

    @Test
    void changesStandInTheOrderOfTheStandardAndWhatIsGoneWhereItWas() {
        List<Theme> themes = new ArrayList<>(starter.themes());
        Theme first = themes.get(0);
        List<Criterion> criteria = new ArrayList<>(first.criteria());
        criteria.set(0, weighing(criteria.get(0), 9));
        Criterion gone = criteria.remove(1);
        criteria.set(1, weighing(criteria.get(1), 9));
        themes.set(0, with(first, criteria));

        assertThat(StandardDifference.between(starter, withThemes(themes)).changes())
                .extracting(Change::code)
                .containsExactly(
                        criteria.get(0).code(), gone.code(), criteria.get(1).code());
    }

    @Test
    void theThemesOrderAndTheWholeStandardReversedAreNoTrouble() {
        List<Theme> themes = new ArrayList<>(starter.themes());
        Collections.reverse(themes);

        assertThat(StandardDifference.between(starter, withThemes(themes)).changes())
                .hasSize(themes.size() - 1)
                .allMatch(change -> change.kind() == Kind.MOVED && change.part() == Part.THEME);
    }

    @Test
    void groupsFollowTheKindsAndKeepEveryChange() throws IOException {
        StandardDifference difference = StandardDifference.between(starter, standard("caf-2020"));

        assertThat(difference.groups())
                .extracting(StandardDifference.Group::kind)
                .isSorted();
        assertThat(difference.groups().stream()
                        .mapToInt(group -> group.changes().size())
                        .sum())
                .isEqualTo(difference.size());
    }

    private static Change only(StandardDifference difference) {
        assertThat(difference.changes()).hasSize(1);
        return difference.changes().get(0);
    }

    private static Standard standard(String name) throws IOException {
        return StandardFormats.read(new ClassPathResource("standards/" + name + ".yaml").getContentAsByteArray())
                .standard();
    }

    /** The same with something wherever a standard may hold something: what nobody says cannot be seen to change. */
    private Standard withEverything(Standard one) {
        List<Theme> themes = new ArrayList<>(one.themes());
        Theme first = themes.get(0);
        List<Criterion> criteria = new ArrayList<>(first.criteria());
        Criterion full = criteria.get(0);
        criteria.set(
                0,
                new Criterion(
                        full.code(),
                        full.titleFr(),
                        "In English",
                        full.channels(),
                        full.weight(),
                        full.mandatory(),
                        full.notApplicableAllowed(),
                        new Applicability(Set.of(Channel.COUNTER), Set.of(Channel.PHONE, Channel.MAIL), 2),
                        Map.of(LabelLevel.GOLD, BigDecimal.valueOf(80)),
                        List.of("Une preuve", "Une autre"),
                        List.of(Criterion.Method.D, Criterion.Method.O),
                        List.of(),
                        full.scope(),
                        "CRPA",
                        "Une note"));
        themes.set(0, with(first, criteria));
        return new Standard(
                one.code(),
                one.version(),
                one.kind(),
                one.titleFr(),
                one.titleEn(),
                one.source(),
                one.disclaimer(),
                new Origin("ORIGINE", "1"),
                one.scales(),
                themes,
                one.labelRules(),
                starter.indicators(),
                starter.survey());
    }

    private static Standard adapted(Standard one) {
        return new Standard(
                "AUTRE",
                "9",
                one.kind(),
                one.titleFr(),
                one.titleEn(),
                one.source(),
                one.disclaimer(),
                new Origin(one.code(), one.version()),
                one.scales(),
                one.themes(),
                one.labelRules(),
                one.indicators(),
                one.survey());
    }

    private Standard withCriterion(String code, UnaryOperator<Criterion> change) {
        return withThemes(starter.themes().stream()
                .map(theme -> with(
                        theme,
                        theme.criteria().stream()
                                .map(one -> one.code().equals(code) ? change.apply(one) : one)
                                .toList()))
                .toList());
    }

    private Standard withThemes(List<Theme> themes) {
        return new Standard(
                starter.code(),
                "0.2",
                starter.kind(),
                starter.titleFr(),
                starter.titleEn(),
                starter.source(),
                starter.disclaimer(),
                starter.origin(),
                starter.scales(),
                themes,
                starter.labelRules(),
                starter.indicators(),
                starter.survey());
    }

    private static Theme with(Theme theme, List<Criterion> criteria) {
        return new Theme(
                theme.code(), theme.titleFr(), theme.titleEn(), theme.group(), theme.scale(), theme.weight(), criteria);
    }

    private static Criterion weighing(Criterion one, int weight) {
        return new Criterion(
                one.code(),
                one.titleFr(),
                one.titleEn(),
                one.channels(),
                weight,
                one.mandatory(),
                one.notApplicableAllowed(),
                one.appliesTo(),
                one.levelMinimums(),
                one.evidenceFr(),
                one.methods(),
                one.measuredBy(),
                one.scope(),
                one.legalBasis(),
                one.note());
    }

    private static Criterion titled(Criterion one, String title) {
        return new Criterion(
                one.code(),
                title,
                one.titleEn(),
                one.channels(),
                one.weight(),
                one.mandatory(),
                one.notApplicableAllowed(),
                one.appliesTo(),
                one.levelMinimums(),
                one.evidenceFr(),
                one.methods(),
                one.measuredBy(),
                one.scope(),
                one.legalBasis(),
                one.note());
    }
}
