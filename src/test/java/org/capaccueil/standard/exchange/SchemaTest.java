package org.capaccueil.standard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class SchemaTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final YAMLMapper EXACT = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What a value is replaced with; it is taken out for nothing. */
    private static final List<String> VALUES = List.of(
            "",
            "null",
            "\"\"",
            "\" \"",
            "\"\\u200b\"",
            "\"a\\u0007\"",
            "\"x\"",
            "\"a b\"",
            "\"\ud835\udd38\"",
            "\"" + "x".repeat(2001) + "\"",
            "\"" + "\ud835\udd38".repeat(1500) + "\"",
            "\"2\"",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "15.0",
            "101",
            "10000000",
            "1e12",
            "[]",
            "[null]",
            "[\"x\"]",
            "[\"counter\"]",
            "[\"plan\"]",
            "[1, 2]",
            "{}");

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
        // Read to be checked, never written: the schema, the list of channels and the numbers of questions.
        named.remove("/$schema");
        named.remove("/channels");
        named.remove("/survey/questions/n");
        assertThat(named).isEqualTo(written);
        assertThat(named).allSatisfy(path -> {
            String key = path.substring(path.lastIndexOf('/') + 1);
            assertThat(FieldNames.title(key)).isNotEqualTo(key);
        });
    }

    /** What only a reader can say: it compares one place of a file with another, which a schema cannot. */
    private static final Map<String, String> ONLY_THE_READER = Map.ofEntries(
            Map.entry("est déjà pris", "each code is there once in the whole file"),
            Map.entry("n'est pas une échelle de ce référentiel", "a theme names a scale"),
            Map.entry("n'est pas un indicateur de ce référentiel", "a criterion names indicators"),
            Map.entry("fait déjà coter", "the scale a theme names has facets or not"),
            Map.entry("aucun canal, personne ne le coterait", "the scale a theme names has facets or not"),
            Map.entry("n'est pas au-dessus", "steps and levels rise"),
            Map.entry("est plus bas que celui du niveau précédent", "levels rise"),
            Map.entry("diffère de la valeur", "two values of a band are the same"),
            Map.entry("s'arrête à", "the highest of all bands"),
            Map.entry("rien ne serait jamais conforme", "one value against the highest of a list"),
            Map.entry("est un seuil meilleur que la cible", "one value against another"),
            Map.entry("donne deux mois", "one value against another"),
            Map.entry("hors de la fenêtre", "one value against others"),
            Map.entry("va jusqu'au mois", "one value against another"),
            Map.entry("désigne ce référentiel lui-même", "one value against another"),
            Map.entry("critères, pour 500 au plus", "a sum over all themes"),
            Map.entry("vaut « \\d+E", "how a number that stands for a code is written"),
            Map.entry("neuf après", "multipleOf is not exact in every validator"));

    /** What is not worth its weight in the schema: the reader is kinder. */
    private static final Map<String, String> ONLY_THE_SCHEMA = Map.of(
            "does not have a value in the enumeration",
            "a blank word counts as none, and spaces around a word do not count");

    @Test
    void whatTheSchemaSaysOfAFileTheReaderSaysOfItToo() throws IOException {
        int refused = 0;
        for (long seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            JsonNode sound = EXACT.readTree(StandardFormats.yaml(GeneratedStandard.of(random)));
            for (int i = 0; i < 30; i++) {
                JsonNode changed = sound.deepCopy();
                String change = change(changed, random);
                refused += agreed(changed, "seed " + seed + ", " + change) ? 0 : 1;
            }
        }
        assertThat(refused).as("changes that break something").isGreaterThan(1000);
    }

    @Test
    void whatTheReaderRefusesOfTheBrokenFilesTheSchemaRefusesToo() throws IOException {
        for (Arguments broken : StandardFormatsTest.brokenFiles().toList()) {
            String name = String.valueOf(broken.get()[0]);
            // a validator would write that number out
            if (!name.equals("a number that takes a gigabyte to write")) {
                assertThat(agreed(StandardFormatsTest.broken(broken), name))
                        .as(name)
                        .isFalse();
            }
        }
    }

    @Test
    void aFileMayNameItsSchema() throws IOException {
        ObjectNode standard =
                (ObjectNode) YAML.readTree(new ClassPathResource("standards/starter.yaml").getContentAsByteArray());
        standard.put("$schema", "https://example.org/standards/schema.json");

        assertThat(agreed(standard, "with its schema")).isTrue();
    }

    /** Whether both take a file; that they differ has to have one of the reasons above. */
    private boolean agreed(JsonNode file, String what) throws IOException {
        List<String> bySchema = schema.validate(file).stream()
                .map(ValidationMessage::getMessage)
                .toList();
        List<String> byReader = StandardFormats.read(JSON.writeValueAsBytes(file)).faults().stream()
                .map(Fault::toString)
                .toList();
        if (bySchema.isEmpty() && !byReader.isEmpty()) {
            assertThat(byReader).as(what).allMatch(fault -> isOneOf(fault, ONLY_THE_READER));
        } else if (byReader.isEmpty() && !bySchema.isEmpty()) {
            assertThat(bySchema).as(what).allMatch(fault -> isOneOf(fault, ONLY_THE_SCHEMA));
        }
        return byReader.isEmpty();
    }

    private static boolean isOneOf(String fault, Map<String, String> known) {
        return known.keySet().stream()
                .anyMatch(one -> Pattern.compile(one).matcher(fault).find());
    }

    /** Takes one value out or puts another in its place. */
    private static String change(JsonNode root, Random random) throws IOException {
        List<JsonNode> places = new ArrayList<>();
        containers(root, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.add("inconnu");
            String name = names.get(random.nextInt(names.size()));
            if (value.isEmpty()) {
                object.remove(name);
            } else {
                object.set(name, JSON.readTree(value));
            }
            return name + " = " + value + " in " + object;
        }
        ArrayNode list = (ArrayNode) place;
        int at = random.nextInt(list.size());
        if (value.isEmpty()) {
            list.remove(at);
        } else {
            list.set(at, JSON.readTree(value));
        }
        return at + " = " + value + " in " + list;
    }

    private static void containers(JsonNode node, List<JsonNode> all) {
        if (node.isContainerNode() && !node.isEmpty()) {
            all.add(node);
        }
        node.forEach(part -> containers(part, all));
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
