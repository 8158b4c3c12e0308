package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.assessment.domain.IndividualRatingDesk;
import org.capaccueil.assessment.domain.RoundDecisions;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.ServedTest;
import org.capaccueil.support.TeamPhases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a standard calls its criteria and whatever it rates them on, a team gives its answers in the browser. */
@ServedTest
class EveryScaleIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    TeamPhases phases;

    @Autowired
    Libraries libraries;

    @Autowired
    RoundDecisions rounds;

    @Autowired
    IndividualRatingDesk alone;

    @Autowired
    SelfAssessments assessments;

    @Autowired
    Organisation organisation;

    /** A standard's first criterion, with the code it has or is given. */
    enum Asked {
        PANEL("caf-2020.yaml", "1.1", "1.1", Place.TEAM, 45),
        PHASE_OF_A_PANEL("caf-2020-pdca.yaml", "1.1", "1.1", Place.PLAN, 45),
        COMMITMENT("services-publics-plus-like.yaml", "P1.1", "P1.1", Place.COUNTER, 3),
        CODE_WITH_AN_ACCENT("services-publics-plus-like.yaml", "P1.1", "1.É_à-ç", Place.COUNTER, 3);

        private final String file;
        private final String code;
        private final String renamed;
        private final Place place;
        private final int value;

        Asked(String file, String code, String renamed, Place place, int value) {
            this.file = file;
            this.code = code;
            this.renamed = renamed;
            this.place = place;
            this.value = value;
        }

        String key() {
            return renamed + "-" + place.code();
        }

        String edited(String text) {
            return text.replace("code: \"" + code + "\"", "code: \"" + renamed + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerSavesItselfAndIsThereAgainAfterwards(Asked asked) {
        Town town = fixtures.town(Channel.COUNTER);
        EvaluationId id = evaluation(town, asked);
        Page page = signedIn(town.agent());
        page.navigate("/evaluations/" + id + "/self-assessment");

        answer(page, asked, asked.value);
        Locator comment = field(page, asked.key() + "-comment");
        comment.fill("Vu pendant la semaine de mesure");
        comment.blur();
        page.waitForCondition(() -> assessments.ratings(id).stream()
                .anyMatch(rating -> rating.criterion().equals(asked.renamed)
                        && rating.place() == asked.place
                        && rating.grade().equals(Grade.of(asked.value))
                        && Objects.equals(rating.comment(), "Vu pendant la semaine de mesure")));
        page.reload();

        assertThat(given(page, asked)).isEqualTo("" + asked.value);
        assertThat(field(page, asked.key() + "-comment").inputValue()).isEqualTo("Vu pendant la semaine de mesure");
        Browser.look(page, "scale-sheet-" + asked);
    }

    @ParameterizedTest
    @EnumSource
    void aTeamThatRatedAloneAgreesInTheBrowser(Asked asked) {
        Town town = fixtures.town(Channel.COUNTER);
        EvaluationId id = evaluation(town, asked);
        rounds.open(fixtures.actor(town.lead()), id);
        alone.rate(fixtures.actor(town.agent()), id, asked.renamed, asked.place, 0, Grade.of(asked.value), null);
        alone.rate(fixtures.actor(town.lead()), id, asked.renamed, asked.place, 0, Grade.of(asked.value - 1), null);
        rounds.close(fixtures.actor(town.lead()), id);
        Page page = signedIn(town.agent());
        page.navigate("/evaluations/" + id + "/self-assessment/consensus");

        answer(page, asked, asked.value);
        field(page, asked.key() + "-reason-error").locator("span").waitFor();
        field(page, asked.key() + "-reason").fill("Constaté ensemble");
        field(page, asked.key() + "-reason").blur();
        field(page, asked.key() + "-decided").getByText("Décidé").waitFor();
        Browser.look(page, "scale-meeting-" + asked);
        assertBarsHoldTheirWords(page);

        assertThat(assessments.ratings(id))
                .extracting(SelfAssessments.Rating::criterion, SelfAssessments.Rating::grade)
                .containsExactly(tuple(asked.renamed, Grade.of(asked.value)));
    }

    @Test
    void besideAFigureNotApplicableAndTheFigureExcludeEachOther() {
        Town town = fixtures.town(Channel.COUNTER);
        EvaluationId id = evaluation(town, "caf-2020.yaml", text -> text.replace(
                        "allows_not_applicable: false", "allows_not_applicable: true")
                .replace("not_applicable: false", "not_applicable: true"));
        Page page = signedIn(town.agent());
        page.navigate("/evaluations/" + id + "/self-assessment");
        Locator points = field(page, "1.1-equipe-points");
        Locator none = field(page, "1.1-equipe").locator("input[name=notApplicable]");

        points.fill("45");
        points.blur();
        page.waitForCondition(() -> assessments.ratings(id).size() == 1);
        none.focus();
        page.keyboard().press("n");
        assertThat(points.inputValue()).isEmpty();
        page.keyboard().type("Mission fixée par la métropole");
        page.keyboard().press("Tab");
        page.waitForCondition(() -> assessments.ratings(id).stream()
                .anyMatch(one -> one.grade().equals(Grade.notApplicable("Mission fixée par la métropole"))));
        page.reload();
        assertThat(none.isChecked()).isTrue();
        assertThat(points.inputValue()).isEmpty();
        Browser.look(page, "scale-sheet-panel-not-applicable");

        points.fill("50");
        assertThat(none.isChecked()).isFalse();
        points.blur();
        page.waitForCondition(() ->
                assessments.ratings(id).stream().anyMatch(one -> one.grade().equals(Grade.of(50))));
    }

    private EvaluationId evaluation(Town town, Asked asked) {
        return evaluation(town, asked.file, asked::edited);
    }

    private EvaluationId evaluation(Town town, String file, UnaryOperator<String> edit) {
        EvaluationId id = fixtures.openEvaluation(town, libraries.imported(fixtures.actor(town.manager()), file, edit))
                .id();
        phases.toSelfAssessment(town, id);
        return id;
    }

    private static void answer(Page page, Asked asked, int value) {
        Locator points = field(page, asked.key() + "-points");
        if (points.count() > 0) {
            points.fill("" + value);
            points.blur();
        } else {
            field(page, asked.key()).locator("input[name=grade]").first().focus();
            page.keyboard().press("" + value);
        }
    }

    private static String given(Page page, Asked asked) {
        Locator points = field(page, asked.key() + "-points");
        return points.count() > 0
                ? points.inputValue()
                : field(page, asked.key()).locator("input[name=grade]:checked").getAttribute("value");
    }

    private static Locator field(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    private static void assertBarsHoldTheirWords(Page page) {
        for (int width : new int[] {390, 1280}) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("() => [...document.querySelectorAll('.spread li')]"
                            + ".filter(bar => bar.scrollWidth > bar.clientWidth + 1).length"))
                    .as("bars too narrow at %d pixels", width)
                    .isEqualTo(0);
        }
    }

    private Page signedIn(PersonId person) {
        return BROWSER.signedIn(port, organisation.person(person));
    }
}
