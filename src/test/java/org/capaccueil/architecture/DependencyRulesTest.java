package org.capaccueil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is on the class path, and what must never be: each ban and floor names the accident it prevents. */
class DependencyRulesTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.\\-]*)\\.jar");

    /** Name of the artifact by its beginning, and why it is banned. */
    private static final Map<String, String> BANNED = Map.of(
            "camunda-engine-rest", "CVE-2026-109432: code execution by expressions in queries",
            "camunda-webapp", "CVE-2026-77226: an administrator without a password",
            "camunda-bpm-spring-boot-starter-rest", "brings the REST interface",
            "camunda-bpm-spring-boot-starter-webapp", "brings the web application",
            "keycloak-spring", "the old adapters are discontinued",
            "lombok", "what a class does is written in it",
            "commons-logging", "one logging implementation",
            "log4j-core", "one logging implementation");

    private static final Map<String, String> FLOORS = Map.of(
            "jasperreports", "7.0.7",
            "tika-core", "3.2.2",
            "postgresql", "42.7.7",
            "camunda-engine", "7.24.0",
            "openpdf", "1.3.43");

    /** Tagged PDF: from these versions on the community edition can no longer write it. */
    private static final Map<String, String> CEILINGS = Map.of("jasperreports", "7.0.7");

    record Dependency(String name, String version) {}

    @Test
    void theClassPathKeepsTheRules() {
        List<Dependency> found = onTheClassPath();
        assertThat(found).as("the class path was read").hasSizeGreaterThan(80);
        assertThat(faults(found)).isEmpty();
    }

    @Test
    void everyBanObjects() {
        assertThat(BANNED.keySet()).allSatisfy(name -> assertThat(
                        faults(Stream.concat(onTheClassPath().stream(), Stream.of(new Dependency(name, "1.0")))
                                .toList()))
                .singleElement()
                .asString()
                .contains(name));
    }

    @Test
    void everyFloorAndCeilingObjects() {
        assertThat(FLOORS.keySet())
                .allSatisfy(name -> assertThat(faults(with(name, "0.9"))).isNotEmpty());
        assertThat(CEILINGS.keySet())
                .allSatisfy(name -> assertThat(faults(with(name, "99.0"))).isNotEmpty());
    }

    private static List<Dependency> with(String name, String version) {
        return onTheClassPath().stream()
                .map(dependency -> dependency.name().equals(name) ? new Dependency(name, version) : dependency)
                .toList();
    }

    private static List<String> faults(List<Dependency> dependencies) {
        Stream<String> banned = dependencies.stream().flatMap(dependency -> BANNED.entrySet().stream()
                .filter(ban -> dependency.name().startsWith(ban.getKey()))
                .map(ban -> dependency + " is banned: " + ban.getValue()));
        Stream<String> tooOld = FLOORS.entrySet().stream()
                .filter(floor -> dependencies.stream()
                        .noneMatch(dependency -> dependency.name().equals(floor.getKey())
                                && compare(dependency.version(), floor.getValue()) >= 0))
                .map(floor -> floor.getKey() + " must be on the class path, at " + floor.getValue() + " or later");
        Stream<String> tooNew = CEILINGS.entrySet().stream().flatMap(ceiling -> dependencies.stream()
                .filter(dependency -> dependency.name().equals(ceiling.getKey())
                        && compare(dependency.version(), ceiling.getValue()) > 0)
                .map(dependency -> dependency + " is above " + ceiling.getValue()));
        return Stream.of(banned, tooOld, tooNew).flatMap(faults -> faults).toList();
    }

    private static int compare(String left, String right) {
        return Version.parse(left).compareTo(Version.parse(right));
    }

    private static List<Dependency> onTheClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .map(JAR::matcher)
                .filter(Matcher::matches)
                .map(jar -> new Dependency(jar.group(1), jar.group(2)))
                .toList();
    }
}
