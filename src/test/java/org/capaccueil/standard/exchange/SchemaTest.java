package org.capaccueil.standard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class SchemaTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode document = document();
    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);

    @Test
    void theSchemaIsItselfOneOfTheDraftItNames() throws IOException {
        JsonSchema draft = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(draft.validate(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starter", "caf-2020", "caf-2020-pdca", "services-publics-plus-like"})
    void everyShippedStandardFollowsIt(String name) throws IOException {
        JsonNode standard = YAML.readTree(new ClassPathResource("standards/" + name + ".yaml").getContentAsByteArray());
        assertThat(schema.validate(standard)).isEmpty();
    }

    @Test
    void whateverIsWrittenFollowsIt() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            String yaml = StandardFormats.yaml(GeneratedStandard.of(new Random(seed)));
            assertThat(schema.validate(YAML.readTree(yaml))).as("seed %s", seed).isEmpty();
        }
    }

    @Test
    void itNamesEveryKeyThatIsEverWrittenAndEachWithItsFrenchTitle() throws IOException {
        Set<String> written = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            names(YAML.readTree(StandardFormats.yaml(GeneratedStandard.of(new Random(seed)))), "", written);
        }
        Set<String> named = new HashSet<>();
        properties(document, "", named);
        // Read to be checked, never written: the list of channels and the numbers of questions.
        named.remove("/channels");
        named.remove("/survey/questions/n");
        assertThat(named).isEqualTo(written);
        assertThat(named).allSatisfy(path -> {
            String key = path.substring(path.lastIndexOf('/') + 1);
            assertThat(FieldNames.title(key)).isNotEqualTo(key);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/themes/0, weight, 0",
        "/themes/0, weight, -3",
        "/themes/0, weight, 1.5",
        "/themes/0, title_fr, ''",
        "/themes/0, colour, blue",
        "/themes/0/criteria/0, mandatory, maybe",
        "/themes/0/criteria/0, scope, world",
        "/themes/0/criteria/0, channels, counter",
        "/label_rules, mandatory_min, 101",
        "/label_rules, max_na_weight_share_per_theme, 20",
        "/indicators/0, direction, sideways",
        "/survey, estimated_minutes, 0"
    })
    void whatTheReaderRefusesTheSchemaRefusesAsWell(String at, String key, String value) throws IOException {
        JsonNode standard = YAML.readTree(new ClassPathResource("standards/starter.yaml").getContentAsByteArray());
        JsonNode typed = YAML.readTree(value.isEmpty() ? "''" : value);
        ((ObjectNode) standard.at(at)).set(key, typed);
        assertThat(schema.validate(standard)).as("schema").isNotEmpty();
        assertThat(StandardFormats.read(YAML.writeValueAsString(standard).getBytes(StandardCharsets.UTF_8))
                        .faults())
                .as("reader")
                .isNotEmpty();
    }

    private static void names(JsonNode value, String path, Set<String> all) {
        if (value.isArray()) {
            value.forEach(item -> names(item, path, all));
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> part : value.properties()) {
                all.add(path + "/" + part.getKey());
                names(part.getValue(), path + "/" + part.getKey(), all);
            }
        }
    }

    private static void properties(JsonNode schema, String path, Set<String> all) {
        if (schema.has("items")) {
            properties(schema.get("items"), path, all);
        }
        if (schema.has("properties")) {
            for (Map.Entry<String, JsonNode> part : schema.get("properties").properties()) {
                all.add(path + "/" + part.getKey());
                properties(part.getValue(), path + "/" + part.getKey(), all);
            }
        }
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper().readTree(new ClassPathResource(StandardFormats.SCHEMA).getContentAsByteArray());
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
