package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.PartSheet;
import org.capaccueil.standard.domain.StandardEditor;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.standard.exchange.PartId;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.trail.Trail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Saving a page nobody touched changes nothing, whatever the standard. */
@ApplicationTest
class UntouchedPartsTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Standards standards;

    @Autowired
    StandardLife life;

    @Autowired
    StandardEditor editor;

    @Autowired
    Trail trail;

    @ParameterizedTest
    @ValueSource(strings = {"AMQ-START", "CAF-2020", "CAF-2020-PDCA", "SPPLUS-LIKE"})
    void noPartOfAShippedStandardIsChangedByItsUntouchedPage(String code) {
        Actor manager = fixtures.actor(fixtures.town().manager());
        StandardVersionId draft = life.newVersion(
                manager,
                standards.shipped(code).orElseThrow().id(),
                "t" + UUID.randomUUID().toString().substring(0, 8));
        Standard standard = standards.content(draft);
        List<PartId> parts = PartFormTest.parts(standard);
        assertThat(parts).hasSizeGreaterThan(20);
        int noted = trail.of(draft).size();

        for (PartId part : parts) {
            PartSheet sheet = editor.part(manager, draft, part);
            List<PartField> fields = PartFields.of(part.part(), standard);
            Map<String, Object> sent = PartForm.typed(fields, SentForm.of(PartForm.of(fields, sheet.values())))
                    .values(sheet.values());

            // with a change, a seal that is not the part's would be a conflict
            assertThat(editor.write(manager, draft, part, sent, "another seal"))
                    .as(part.title())
                    .isEmpty();
        }

        assertThat(trail.of(draft)).hasSize(noted);
    }
}
