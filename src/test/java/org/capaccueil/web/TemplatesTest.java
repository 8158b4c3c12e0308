package org.capaccueil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Faults the template engine lets pass in silence. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<[a-z:]+(?:[^>\"]|\"[^\"]*\")*>");

    /** The replacement runs first and takes the condition away with the element: what should be hidden is shown. */
    @Test
    void noConditionStandsOnAnElementThatIsReplaced() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")).flatMap(TemplatesTest::conditionsLost))
                    .isEmpty();
        }
    }

    @Test
    void suchAConditionIsFound() {
        assertThat(conditionsLost("<p th:if=\"${a > 1}\" th:replace=\"~{b :: c}\"></p>"))
                .hasSize(1);
        assertThat(conditionsLost("<th:block th:if=\"${a}\"><p th:replace=\"~{b :: c}\"></p></th:block>"))
                .isEmpty();
    }

    private static Stream<String> conditionsLost(Path file) {
        try {
            return conditionsLost(Files.readString(file)).map(tag -> TEMPLATES.relativize(file) + ": " + tag);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }

    private static Stream<String> conditionsLost(String template) {
        return TAG.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(tag -> tag.contains(" th:replace=") || tag.contains(" th:insert="))
                .filter(tag -> tag.contains(" th:if=") || tag.contains(" th:unless="));
    }
}
