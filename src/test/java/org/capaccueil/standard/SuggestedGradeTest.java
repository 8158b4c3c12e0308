package org.capaccueil.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.capaccueil.standard.exchange.StandardFormats;
import org.capaccueil.support.Grids;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What a figure suggests as a grade, reckoned by hand on the scale 0 absent to 4 mastered, conform from 3 on. */
class SuggestedGradeTest {

    @Test
    void aTargetThatIsMetSuggestsConformAndNeverMore() {
        assertThat(Grids.SCALE.suggestedBy(List.of(Verdict.TARGET_MET))).hasValue(3);
    }

    @Test
    void betweenTargetAndAlertOneGradeIsLostAndOnAlertTwo() {
        assertThat(Grids.SCALE.suggestedBy(List.of(Verdict.BETWEEN))).hasValue(2);
        assertThat(Grids.SCALE.suggestedBy(List.of(Verdict.ALERT))).hasValue(1);
    }

    @Test
    void theWeakestFigureDecides() {
        assertThat(Grids.SCALE.suggestedBy(List.of(Verdict.TARGET_MET, Verdict.ALERT, Verdict.BETWEEN)))
                .hasValue(1);
    }

    @Test
    void whatIsNotJudgedSuggestsNothingAndHoldsNothingBack() {
        assertThat(Grids.SCALE.suggestedBy(List.of(Verdict.BASE_TOO_SMALL, Verdict.NOT_MEASURED)))
                .isEmpty();
        assertThat(Grids.SCALE.suggestedBy(List.of(Verdict.BASE_TOO_SMALL, Verdict.BETWEEN)))
                .hasValue(2);
        assertThat(Grids.SCALE.suggestedBy(List.of())).isEmpty();
    }

    @Test
    void aScaleOfTwoGradesFallsNoLowerThanItsLowest() {
        Scale two = new Scale(
                "oui-non",
                Scale.Kind.GRADES,
                List.of(new Scale.Level(0, 0, "Non"), new Scale.Level(1, 100, "Oui")),
                List.of(),
                75,
                true);

        assertThat(two.suggestedBy(List.of(Verdict.TARGET_MET))).hasValue(1);
        assertThat(two.suggestedBy(List.of(Verdict.ALERT))).hasValue(0);
    }

    @Test
    void aPanelIsNotSuggested() {
        Scale panel = new Scale(
                "panneau",
                Scale.Kind.PANEL,
                List.of(new Scale.Level(50, 50, "Bas"), new Scale.Level(100, 100, "Haut")),
                List.of(),
                50,
                true);

        assertThat(panel.suggestedBy(List.of(Verdict.TARGET_MET))).isEqualTo(OptionalInt.empty());
    }

    @Test
    void everyShippedCriterionThatIsMeasuredAskedOrObservedInSecretIsSpokenForAsItsMethodsSay() throws IOException {
        Standard starter = StandardFormats.read(new ClassPathResource("standards/starter.yaml").getContentAsByteArray())
                .standard();

        List<String> silent = new ArrayList<>();
        for (Criterion criterion : starter.criteria()) {
            boolean figures = criterion.methods().stream()
                    .anyMatch(method -> method == Criterion.Method.M
                            || method == Criterion.Method.S
                            || method == Criterion.Method.Y);
            List<Indicator> behind = starter.indicatorsBehind(criterion);
            assertThat(figures || behind.isEmpty()).as(criterion.code()).isTrue();
            if (figures && behind.isEmpty()) {
                silent.add(criterion.code());
            }
        }
        // none of the 16 indicators counts appointments, help with on-line services, outreach or indicators themselves
        assertThat(silent).containsExactly("ACC-4", "INC-3", "INC-5", "GOV-2");
        assertThat(starter.indicatorsBehind(starter.criterion("HDL-4").orElseThrow()))
                .extracting(Indicator::code)
                .containsExactly("CSAT");
        assertThat(starter.indicatorsBehind(starter.criterion("INF-2").orElseThrow()))
                .extracting(Indicator::code)
                .containsExactly("MYST");
        assertThat(starter.indicatorsBehind(starter.criterion("HDL-3").orElseThrow()))
                .extracting(Indicator::code)
                .containsExactly("TEL-30S", "MSG-5D", "MAIL-15D");
    }
}
