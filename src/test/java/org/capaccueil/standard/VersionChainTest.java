package org.capaccueil.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard.Origin;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.standard.exchange.StandardFormats;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Libraries;
import org.capaccueil.support.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From which version a file goes on, and what stays of where an adapted copy comes from. */
@ApplicationTest
class VersionChainTest {

    private static final Origin STARTER = new Origin("AMQ-START", "0.2");

    @Autowired
    Fixtures fixtures;

    @Autowired
    Libraries libraries;

    @Autowired
    Pages pages;

    @Autowired
    Standards standards;

    @Autowired
    StandardLife life;

    Town town;
    Actor manager;
    StandardVersionId first;
    String code;

    @BeforeEach
    void adapt() {
        town = fixtures.town();
        manager = fixtures.actor(town.manager());
        first = libraries.copy(manager);
        code = standards.version(first).code();
    }

    @Test
    void theNextVersionOfAnAdaptedCopyGoesOnFromItsOwnLastOneAndStillSaysWhereItComesFrom() throws Exception {
        StandardVersionId second = imported(code, "2");
        assertThat(standards.version(second).basedOn()).isEqualTo(first);
        assertThat(standards.version(second).origin()).isEqualTo(STARTER);

        life.publish(manager, second);
        assertThat(standards.version(imported(code, "3")).basedOn()).isEqualTo(second);

        life.withdraw(manager, first, "Remplacée");
        pages.open(town.agent(), "/standards").andExpect(content().string(containsString("Adapté de")));
        pages.open(town.agent(), "/standards/" + second).andExpect(content().string(containsString("Adapté de")));
    }

    @Test
    void aStandardThatIsNewHereGoesOnFromItsOrigin() {
        StandardVersionId copy = imported("NEUF-" + Libraries.mark(), "1");

        assertThat(standards.version(copy).basedOn()).isEqualTo(fixtures.starterStandard());
    }

    @Test
    void whereEveryVersionIsWithdrawnTheLastOneIsStillWhatTheNextGoesOnFrom() {
        life.withdraw(manager, first, "Abandonnée");

        assertThat(standards.version(imported(code, "2")).basedOn()).isEqualTo(first);
    }

    @Test
    void nothingGoesOnFromADraft() {
        life.newVersion(manager, first, "2");
        Standard copy = file("NEUF-" + Libraries.mark(), "1", new Origin(code, "2"));

        StandardVersionId id = life.keepDraft(manager, copy, StandardLife.NO_DRAFT);

        assertThat(standards.version(id).basedOn()).isNull();
        assertThat(standards.version(id).origin()).isEqualTo(new Origin(code, "2"));
    }

    /** What a file adapted from the starter becomes. */
    private StandardVersionId imported(String code, String label) {
        return life.keepDraft(manager, file(code, label, STARTER), StandardLife.NO_DRAFT);
    }

    private Standard file(String code, String label, Origin origin) {
        String text = StandardFormats.yaml(standards.content(first))
                .replaceFirst("code: \"[^\"]*\"\nversion: \"[^\"]*\"", "code: \"%s\"\nversion: \"%s\"")
                .replaceFirst(
                        "origin:\n  code: \"[^\"]*\"\n  version: \"[^\"]*\"",
                        "origin:\n  code: \"%s\"\n  version: \"%s\"");
        return Objects.requireNonNull(StandardFormats.read(text.replaceFirst("%s", code)
                        .replaceFirst("%s", label)
                        .replaceFirst("%s", origin.code())
                        .replaceFirst("%s", origin.version())
                        .getBytes(StandardCharsets.UTF_8))
                .standard());
    }
}
