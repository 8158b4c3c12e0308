package org.capaccueil.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every drawing keeps to every rule, and every rule has been seen to object. */
class BpmnConventionTest {

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("everyRuleOnEveryDrawing")
    void everyDrawingKeepsToEveryRule(BpmnRule rule, Drawing drawing) {
        assertThat(rule.breaches(drawing, drawings()))
                .as("%s breaks %s; otherwise %s", drawing, rule, rule.accident)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleObjectsToASpoiltDrawing(BpmnRule rule) {
        Drawing drawing = drawings().stream()
                .filter(candidate -> candidate.file().equals(rule.drawingToSpoil))
                .findFirst()
                .orElseThrow();

        rule.spoil(drawing);

        assertThat(rule.breaches(drawing, drawings())).isNotEmpty();
    }

    @Test
    void thereIsADrawingForEachProcessOfTheCycle() {
        assertThat(drawings())
                .extracting(Drawing::file)
                .contains(
                        "evaluation-campaign.bpmn",
                        "team-evaluation.bpmn",
                        "data-collection.bpmn",
                        "self-assessment.bpmn",
                        "audit.bpmn",
                        "action-plan.bpmn",
                        "follow-up.bpmn",
                        "action-follow-up.bpmn")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyProcessThatIsCalledExists() {
        List<String> known = drawings().stream()
                .map(drawing -> Drawing.id(drawing.process()))
                .toList();

        assertThat(drawings().stream()
                        .flatMap(drawing -> drawing.all("callActivity"))
                        .map(call -> call.getAttribute("calledElement")))
                .as("an evaluation would stop with an incident at a phase that does not exist")
                .isSubsetOf(known);
    }

    static Stream<Arguments> everyRuleOnEveryDrawing() {
        return drawings().stream()
                .flatMap(drawing -> Stream.of(BpmnRule.values()).map(rule -> Arguments.of(rule, drawing)));
    }

    private static List<Drawing> drawings() {
        return Drawings.paths().stream().map(Drawing::of).toList();
    }
}
