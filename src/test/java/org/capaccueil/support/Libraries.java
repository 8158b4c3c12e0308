package org.capaccueil.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.domain.PartSheet;
import org.capaccueil.standard.domain.StandardEditor;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.standard.domain.StandardPruning;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.exchange.PartId;
import org.capaccueil.standard.exchange.Revision.PartFault;
import org.capaccueil.standard.exchange.StandardFormats;
import org.capaccueil.standard.exchange.StandardReading;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;

/** Standards of a test's own: tests share the library, and a new version of the starter would be everybody's newest. */
@TestComponent
public class Libraries {

    private final StandardLife life;
    private final StandardEditor editor;
    private final StandardPruning pruning;
    private final Fixtures fixtures;

    public Libraries(StandardLife life, StandardEditor editor, StandardPruning pruning, Fixtures fixtures) {
        this.life = life;
        this.editor = editor;
        this.pruning = pruning;
        this.fixtures = fixtures;
    }

    /** A published copy of the starter under a code nobody else has. */
    public StandardVersionId copy(Actor manager) {
        return copy(manager, "ESSAI-" + mark());
    }

    public StandardVersionId copy(Actor manager, String code) {
        StandardVersionId copy = life.adapt(manager, fixtures.starterStandard(), code, "1", "Accueil " + code);
        life.publish(manager, copy);
        return copy;
    }

    /** A published standard from one of the files at hand, under a code nobody else has. */
    public StandardVersionId imported(Actor manager, String file) {
        return imported(manager, file, text -> text);
    }

    /** The same with something in the file told otherwise. */
    public StandardVersionId imported(Actor manager, String file, UnaryOperator<String> edit) {
        StandardReading reading = StandardFormats.read(
                edit.apply(text(file).replaceFirst("(\"?code\"?: )\"([^\"]*)\"", "$1\"E-" + mark() + "-$2\""))
                        .getBytes(StandardCharsets.UTF_8));
        if (!reading.faults().isEmpty()) {
            throw new AssertionError(file + ": " + reading.faults());
        }
        StandardVersionId id = life.keepDraft(manager, reading.standard(), StandardLife.NO_DRAFT);
        life.publish(manager, id);
        return id;
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("standards/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }

    public static String mark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** Takes every criterion out of a theme of a draft. */
    public void empty(Actor manager, StandardVersionId draft, String theme) {
        editor.draft(manager, draft).theme(theme).orElseThrow().criteria().forEach(criterion -> {
            PartId part = new PartId(Part.CRITERION, criterion.code());
            pruning.remove(
                    manager, draft, part, pruning.sheet(manager, draft, part).seal());
        });
    }

    /** Adds a criterion to a theme of a draft. */
    public void add(Actor manager, StandardVersionId draft, String theme, String code) {
        Map<String, Object> values =
                Map.of("code", code, "title_fr", "Critère " + code, "weight", 1, "channels", List.of("counter"));
        requireSound(editor.add(manager, draft, Part.CRITERION, theme, values));
    }

    /** Gives values of a criterion of a draft. */
    public void write(Actor manager, StandardVersionId draft, String criterion, Map<String, Object> values) {
        PartSheet sheet = editor.part(manager, draft, new PartId(Part.CRITERION, criterion));
        Map<String, Object> all = new LinkedHashMap<>(sheet.values());
        all.putAll(values);
        requireSound(editor.write(manager, draft, sheet.id(), all, sheet.seal()));
    }

    private static void requireSound(List<PartFault> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError("the draft of a test is sound: " + faults);
        }
    }
}
