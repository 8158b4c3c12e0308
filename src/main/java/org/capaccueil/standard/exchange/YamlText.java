package org.capaccueil.standard.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.capaccueil.standard.Standard;

/** Writes a standard as YAML. Every text stands in quotes: « oui », « 0.1 » and « ~ » then stay the texts they are. */
final class YamlText {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private YamlText() {}

    static String of(Standard standard) {
        try {
            return YAML.writeValueAsString(StandardTree.of(standard));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a standard could not be written", impossible);
        }
    }
}
