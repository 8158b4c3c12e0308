package org.capaccueil.label.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.capaccueil.label.domain.LabelTable;
import org.capaccueil.label.domain.LabelTable.Question;
import org.capaccueil.label.domain.LabelTable.Thresholds;
import org.capaccueil.standard.LabelLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** label-level.dmn agrees with the levels there are, and a table somebody spoilt in the modeler does not pass. */
class LabelTableConventionTest {

    private static final Path FILE = Path.of("bpmn", "label", "label-level.dmn");

    @Test
    void theTableIsWhatItWasMeantToBe() {
        assertThat(faults(table())).isEmpty();
    }

    /** What a hand in the modeler may do by accident. */
    enum Accident {
        A_ROW_IS_DELETED {
            @Override
            void happenTo(DecisionTable table) {
                table.removeChildElement(rule(table, 1));
            }
        },
        THE_LAST_ROW_IS_DELETED {
            @Override
            void happenTo(DecisionTable table) {
                table.removeChildElement(rule(table, 3));
            }
        },
        TWO_ROWS_CHANGE_PLACES {
            @Override
            void happenTo(DecisionTable table) {
                Rule silver = rule(table, 1);
                table.removeChildElement(silver);
                table.insertElementAfter(silver, rule(table, 1));
            }
        },
        A_LEVEL_TAKES_ANOTHERS_THRESHOLD {
            @Override
            void happenTo(DecisionTable table) {
                entry(table, 0, 1).setTextContent("overall != null and overall >= silverOverall");
            }
        },
        A_SCORE_IS_COMPARED_AS_THE_COLUMNS_VALUE {
            @Override
            void happenTo(DecisionTable table) {
                entry(table, 0, 1).setTextContent(">= goldOverall");
            }
        },
        A_THRESHOLD_IS_PASSED_AND_NOT_REACHED {
            @Override
            void happenTo(DecisionTable table) {
                entry(table, 2, 2).setTextContent("lowestTheme != null and lowestTheme > bronzeTheme");
            }
        },
        BLOCKING_REASONS_ARE_FORGOTTEN {
            @Override
            void happenTo(DecisionTable table) {
                entry(table, 1, 0).setTextContent("");
            }
        },
        MINIMUMS_ARE_FORGOTTEN {
            @Override
            void happenTo(DecisionTable table) {
                entry(table, 0, 3).setTextContent("");
            }
        },
        A_LEVEL_IS_MISSPELT {
            @Override
            void happenTo(DecisionTable table) {
                rule(table, 0).getOutputEntries().iterator().next().getText().setTextContent("\"GOLDEN\"");
            }
        },
        ANOTHER_HIT_POLICY {
            @Override
            void happenTo(DecisionTable table) {
                table.setHitPolicy(HitPolicy.UNIQUE);
            }
        },
        NO_TIME_TO_LIVE {
            @Override
            void happenTo(DecisionTable table) {
                ((Decision) table.getParentElement())
                        .removeAttributeNs("http://camunda.org/schema/1.0/dmn", "historyTimeToLive");
            }
        };

        abstract void happenTo(DecisionTable table);
    }

    @ParameterizedTest
    @EnumSource
    void everyAccidentIsNoticed(Accident accident) {
        DecisionTable table = table();

        accident.happenTo(table);

        assertThat(faults(table)).isNotEmpty();
    }

    private static List<String> faults(DecisionTable table) {
        List<String> faults = new ArrayList<>();
        Decision decision = (Decision) table.getParentElement();
        if (table.getHitPolicy() != HitPolicy.FIRST) {
            faults.add("of several rows the highest level must win: FIRST");
        }
        if (decision.getCamundaHistoryTimeToLiveString() == null) {
            faults.add("history has no time to live");
        }
        if (Stream.concat(
                        Stream.of(decision.getName()),
                        table.getInputs().stream().map(Input::getLabel))
                .anyMatch(name -> name == null || name.isBlank())) {
            faults.add("a column has no name people can read");
        }
        List<String> levels = table.getRules().stream()
                .map(rule -> rule.getOutputEntries().iterator().next().getText().getTextContent())
                .toList();
        if (!levels.equals(highestFirst())) {
            faults.add("rows are " + levels);
        }
        for (Rule rule : table.getRules()) {
            rule.getInputEntries().stream()
                    .map(entry -> entry.getText().getTextContent())
                    .filter(text -> text.strip().matches("[<>=].*"))
                    .forEach(text -> faults.add(text + " compares in floating point"));
        }
        LabelTable asked = new DmnLabelTable(new ByteArrayInputStream(
                Dmn.convertToString((DmnModelInstance) table.getModelInstance()).getBytes(StandardCharsets.UTF_8)));
        questions()
                .filter(question -> !sameAnswer(asked, question))
                .map(Question::toString)
                .forEach(faults::add);
        return faults;
    }

    private static List<String> highestFirst() {
        List<String> levels = new ArrayList<>(List.of("\"NONE\""));
        for (LabelLevel level : LabelLevel.values()) {
            levels.add(0, '"' + level.name() + '"');
        }
        return levels;
    }

    private static boolean sameAnswer(LabelTable table, Question question) {
        try {
            return table.decide(question).equals(byHand(question));
        } catch (RuntimeException refused) {
            // a table without an answer, or with one no level has
            return false;
        }
    }

    private static Optional<LabelLevel> byHand(Question question) {
        Optional<LabelLevel> highest = Optional.empty();
        for (LabelLevel level : LabelLevel.values()) {
            Thresholds asked = question.thresholds().get(level);
            if (asked != null
                    && question.blockingReasons() == 0
                    && question.minimumsMet().contains(level)
                    && question.overall().compareTo(asked.overall()) >= 0
                    && question.lowestTheme().compareTo(asked.theme()) >= 0) {
                highest = Optional.of(level);
            }
        }
        return highest;
    }

    /** On, just under and far from each threshold, for each set of levels a standard may have. */
    private static Stream<Question> questions() {
        List<EnumSet<LabelLevel>> sets = Stream.of(0, 1, 2, 3, 4, 5, 6, 7)
                .map(bits -> {
                    EnumSet<LabelLevel> some = EnumSet.allOf(LabelLevel.class);
                    some.removeIf(level -> (bits & 1 << level.ordinal()) == 0);
                    return some;
                })
                .toList();
        List<BigDecimal> scores = Stream.of("0", "59.9", "60", "74.96", "75", "84.9", "85", "100")
                .map(BigDecimal::new)
                .toList();
        return Stream.of(0, 1).flatMap(reasons -> scores.stream().flatMap(overall -> scores.stream()
                .flatMap(theme -> sets.stream().flatMap(present -> Stream.of(sets.get(7), sets.get(2), sets.get(0))
                        .map(met -> new Question(reasons, overall, theme, met, thresholds(present)))))));
    }

    private static Map<LabelLevel, Thresholds> thresholds(Collection<LabelLevel> levels) {
        List<String> all = List.of("60", "75", "85");
        return levels.stream()
                .collect(java.util.stream.Collectors.toMap(
                        level -> level,
                        level -> new Thresholds(
                                new BigDecimal(all.get(level.ordinal())), new BigDecimal(all.get(level.ordinal())))));
    }

    private static DecisionTable table() {
        return Dmn.readModelFromFile(FILE.toFile())
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
    }

    private static Rule rule(DecisionTable table, int row) {
        return List.copyOf(table.getRules()).get(row);
    }

    private static Text entry(DecisionTable table, int row, int column) {
        return List.copyOf(rule(table, row).getInputEntries()).get(column).getText();
    }
}
