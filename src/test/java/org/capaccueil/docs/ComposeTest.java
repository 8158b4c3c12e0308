package org.capaccueil.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What can be said of the deployment without starting it. */
class ComposeTest {

    private static final Path DOCKER = Path.of("docker");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

    private final JsonNode compose = new ObjectMapper(new YAMLFactory())
            .readTree(DOCKER.resolve("compose.yaml").toFile());
    private final JsonNode realm = new ObjectMapper()
            .readTree(DOCKER.resolve("keycloak").resolve("realm.json").toFile());

    ComposeTest() throws IOException {}

    @Test
    void nothingIsReachableButFromTheMachineItself() {
        assertThat(compose.get("services")).allSatisfy(service -> assertThat(service.path("ports"))
                .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
        assertThat(compose.at("/services/postgres/ports").isMissingNode()).isTrue();
    }

    @Test
    void everyServiceSaysWhetherItIsWell() {
        assertThat(compose.get("services")).hasSize(3).allSatisfy(service -> assertThat(
                        service.at("/healthcheck/test").isArray())
                .isTrue());
    }

    @Test
    void noPasswordIsWritten() {
        List<String> secrets = new ArrayList<>();
        compose.get("services")
                .forEach(service -> service.path("environment").properties().forEach(variable -> {
                    if (variable.getKey().matches(".*(PASSWORD|SECRET)")) {
                        secrets.add(variable.getValue().asText());
                    }
                }));
        assertThat(secrets).isNotEmpty().allMatch(value -> value.startsWith("$${"));
        assertThat(realm.get("clients"))
                .allSatisfy(client -> assertThat(client.get("secret").asText()).matches(VARIABLE));
        assertThat(realm.get("users")).hasSize(8).allSatisfy(user -> assertThat(user.has("credentials"))
                .isFalse());
    }

    @Test
    void everySecretThatIsUsedIsMade() {
        Set<String> made = names(compose.get("secrets"));
        compose.get("services").forEach(service -> service.path("secrets")
                .forEach(secret -> assertThat(made).contains(secret.asText())));
        assertThat(made).allSatisfy(secret -> assertThat(Readme.read(Path.of("README.md")))
                .as("how it is made")
                .contains(secret));
    }

    @Test
    void everyVariableOfTheRealmIsGivenToKeycloak() {
        Set<String> given = names(compose.at("/services/keycloak/environment"));
        Matcher exported = Pattern.compile("^(CAP_ACCUEIL_\\w+)=", Pattern.MULTILINE)
                .matcher(Readme.read(DOCKER.resolve("keycloak").resolve("start.sh")));
        while (exported.find()) {
            given.add(exported.group(1));
        }
        Set<String> used = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(realm.toString());
        while (variable.find()) {
            used.add(variable.group(1));
        }

        assertThat(used).hasSize(5).isSubsetOf(given);
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        Stream<String> mounted = StreamSupport.stream(compose.get("services").spliterator(), false)
                .flatMap(service -> StreamSupport.stream(service.path("volumes").spliterator(), false))
                .map(volume -> volume.asText().split(":")[0])
                .filter(source -> source.startsWith("./"));

        assertThat(mounted).hasSize(3).allSatisfy(source -> assertThat(Files.exists(DOCKER.resolve(source)))
                .isTrue());
    }

    @Test
    void tokensOfTheRealmLiveShortlyAndGuessingIsSlow() {
        assertThat(realm.get("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
