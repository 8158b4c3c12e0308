package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.exchange.PartId;
import org.capaccueil.standard.exchange.Revision.PartFault;
import org.capaccueil.standard.exchange.StandardDraft;
import org.capaccueil.standard.exchange.StandardFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class PartFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"starter.yaml", "caf-2020.yaml", "caf-2020-pdca.yaml", "services-publics-plus-like.yaml"})
    void everyPartOfEveryShippedStandardComesBackFromItsPageAsItWas(String file) throws IOException {
        Standard standard = shipped(file);
        StandardDraft draft = StandardDraft.of(standard);
        List<PartId> parts = parts(standard);
        assertThat(parts).hasSizeGreaterThan(20);
        for (PartId part : parts) {
            Map<String, Object> values = draft.values(part).orElseThrow();
            List<PartField> fields = PartFields.of(part.part(), standard);
            PartForm shown = PartForm.of(fields, values);

            Map<String, Object> typed =
                    PartForm.typed(fields, SentForm.of(shown)).values(values);

            assertThat(draft.with(part, typed).faults()).as(part.title()).isEmpty();
            assertThat(draft.with(part, typed).standard()).as(part.title()).isEqualTo(standard);
        }
    }

    @Test
    void everyValueAPartHasIsAskedOnItsPage() throws IOException {
        Standard standard = shipped("starter.yaml");
        for (Part part : Part.values()) {
            assertThat(PartFields.of(part, standard).stream()
                            .map(field -> field.path().split("\\.")[0])
                            .distinct())
                    .as(part.title())
                    .containsExactlyInAnyOrderElementsOf(part.keys());
        }
    }

    @Test
    void aNumberMayBeWrittenTheFrenchWay() throws IOException {
        List<PartField> fields = PartFields.of(Part.RULES, shipped("starter.yaml"));
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.add("mandatory_min", "72,5");
        typed.add("max_na_weight_share_per_theme", "12,5");
        typed.add("max_open_major", "1 000");

        Map<String, Object> values = PartForm.typed(fields, typed).values(Map.of());

        assertThat(values.get("mandatory_min")).hasToString("72.5");
        assertThat(values.get("max_na_weight_share_per_theme")).hasToString("0.125");
        assertThat(values.get("max_open_major")).hasToString("1000");
    }

    @Test
    void whatIsWrongInARowIsShownInThatRowHoweverManyAreEmptyBefore() throws IOException {
        List<PartField> fields = PartFields.of(Part.SCALE, shipped("starter.yaml"));
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        List.of("", "0", "", "1").forEach(value -> {
            int row = typed.size() / 3;
            typed.add("levels[" + row + "].value", value);
            typed.add("levels[" + row + "].points", value);
            typed.add("levels[" + row + "].fr", value);
        });

        PartForm form = PartForm.typed(fields, typed).faulted(List.of(new PartFault("levels[1].points", "Faux.")));

        assertThat(form.error("levels[3].points")).isEqualTo("Faux.");
        assertThat((List<?>) form.values(Map.of()).get("levels")).hasSize(2);
    }

    @Test
    void aTextWithLineBreaksOfItsOwnStaysWholeWhenNobodyTouchesItsList() throws IOException {
        List<PartField> fields = PartFields.of(Part.CRITERION, shipped("starter.yaml"));
        Map<String, Object> known = Map.of("evidence_fr", List.of("Une affiche\ndatée", "Un relevé"));
        PartForm shown = PartForm.of(fields, known);

        assertThat(PartForm.typed(fields, SentForm.of(shown)).values(known).get("evidence_fr"))
                .isEqualTo(known.get("evidence_fr"));
    }

    /** Every part of a standard. */
    static List<PartId> parts(Standard standard) {
        List<PartId> parts = new ArrayList<>();
        parts.add(new PartId(Part.STANDARD, ""));
        parts.add(new PartId(Part.RULES, ""));
        standard.themes().forEach(theme -> parts.add(new PartId(Part.THEME, theme.code())));
        standard.criteria().forEach(criterion -> parts.add(new PartId(Part.CRITERION, criterion.code())));
        standard.scales().forEach(scale -> parts.add(new PartId(Part.SCALE, scale.code())));
        standard.indicators().forEach(one -> parts.add(new PartId(Part.INDICATOR, one.code())));
        if (standard.survey() != null) {
            parts.add(new PartId(Part.SURVEY, ""));
            standard.survey().questions().forEach(one -> parts.add(new PartId(Part.QUESTION, one.code())));
        }
        return parts;
    }

    static Standard shipped(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(PartFormTest.class.getResourceAsStream("/standards/" + file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Objects.requireNonNull(
                    StandardFormats.read(text.getBytes(StandardCharsets.UTF_8)).standard());
        }
    }
}
