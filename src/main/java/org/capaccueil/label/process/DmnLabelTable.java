package org.capaccueil.label.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.capaccueil.label.domain.LabelTable;
import org.capaccueil.standard.LabelLevel;
import org.springframework.stereotype.Component;

/**
 * Asks label-level.dmn. The table is read once, and the same one answers pages, processes and reports: it is part of the
 * application and not deployed, so that no process can run on an older edition of it than the page beside it.
 */
@Component
public class DmnLabelTable implements LabelTable {

    static final String FILE = "bpmn/label/label-level.dmn";

    private static final String DECISION = "label-level";
    private static final String LEVEL = "level";
    private static final String NONE = "NONE";

    private final DmnEngine engine;
    private final DmnDecision table;

    public DmnLabelTable() {
        this(DmnLabelTable.class.getClassLoader().getResourceAsStream(FILE));
    }

    DmnLabelTable(InputStream file) {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (file) {
            table = engine.parseDecision(DECISION, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }

    @Override
    public Optional<LabelLevel> decide(Question question) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("blockingReasons", question.blockingReasons());
        facts.put("overall", question.overall());
        facts.put("lowestTheme", question.lowestTheme());
        facts.put("minimumsMet", question.minimumsMet().stream().map(Enum::name).toList());
        for (LabelLevel level : LabelLevel.values()) {
            Optional<Thresholds> asked =
                    Optional.ofNullable(question.thresholds().get(level));
            String name = level.name().toLowerCase(Locale.ROOT);
            facts.put(name + "Overall", asked.map(Thresholds::overall).orElse(null));
            facts.put(name + "Theme", asked.map(Thresholds::theme).orElse(null));
        }
        String answer =
                engine.evaluateDecisionTable(table, facts).getSingleResult().getEntry(LEVEL);
        return answer.equals(NONE) ? Optional.empty() : Optional.of(LabelLevel.valueOf(answer));
    }
}
