package org.capaccueil.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.capaccueil.browser.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pictures of the processes in {@code src/docs/diagrams} are drawn from the .bpmn files as they are now, by the same
 * bpmn-js the pages use. Each picture carries the fingerprint of the file it was drawn from, because the drawing itself
 * differs by a pixel from one machine's fonts to the next. {@code mvn verify -Dit.test=DiagramsIT -Ddocs.update=true}
 * draws again those that are out of date.
 */
class DiagramsIT {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final Path PICTURES = Path.of("src", "docs", "diagrams");
    private static final boolean UPDATE = Boolean.getBoolean("docs.update");
    private static final String BPMN_JS = "META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";
    private static final Pattern ELEMENT = Pattern.compile("data-element-id=\"([a-zA-Z_-]+)\"");

    /** bpmn-js makes up a new suffix for the arrow heads of each drawing. */
    private static final Pattern ARROW_HEAD = Pattern.compile("-white-black-[0-9a-z]+");

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void thePictureOfAProcessIsDrawnFromTheFileAsItIsNow(String key) throws IOException {
        Path file = processes().get(key);
        String xml = Files.readString(file);
        Path picture = PICTURES.resolve(key + ".svg");
        String drawn = draw(key, xml);
        if (UPDATE && !(Files.exists(picture) && Files.readString(picture).contains(fingerprint(xml)))) {
            Files.createDirectories(PICTURES);
            Files.writeString(picture, drawn);
        }

        assertThat(picture).as("draw it with -Ddocs.update=true").exists();
        String committed = Files.readString(picture);
        assertThat(committed)
                .as("%s was drawn from an earlier %s; draw it again with -Ddocs.update=true", picture, file)
                .contains(fingerprint(xml));
        assertThat(elements(committed)).isNotEmpty().isEqualTo(elements(drawn));
    }

    @Test
    void thereIsNoPictureOfAProcessThatIsGone() throws IOException {
        try (var pictures = Files.list(PICTURES)) {
            assertThat(pictures.map(picture -> picture.getFileName().toString()))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(keys()).contains(name.replace(".svg", "")));
        }
    }

    @Test
    void theSmallestChangeOfAFileChangesItsFingerprint() throws IOException {
        String xml = Files.readString(processes().get("audit"));

        assertThat(fingerprint(xml.replaceFirst("Audit", "audit"))).isNotEqualTo(fingerprint(xml));
        assertThat(fingerprint(xml.replace("\n", "\r\n"))).isEqualTo(fingerprint(xml));
    }

    static Set<String> keys() throws IOException {
        return processes().keySet();
    }

    private static Map<String, Path> processes() throws IOException {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".bpmn", ""),
                            file -> file,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String draw(String key, String xml) throws IOException {
        Page page = browser.desk("http://localhost");
        page.setContent("<div id='canvas' style='width: 1200px; height: 800px'></div>");
        page.evaluate(
                "script => { const s = document.createElement('script'); s.textContent = script;"
                        + " document.head.append(s); }",
                viewer());
        Object svg = page.evaluate(
                """
                async (xml) => {
                  const viewer = new BpmnJS({ container: '#canvas' });
                  const { warnings } = await viewer.importXML(xml);
                  if (warnings.length) throw new Error(warnings.map((w) => w.message).join('; '));
                  return (await viewer.saveSVG()).svg;
                }
                """,
                xml);
        return finished(key, fingerprint(xml), (String) svg);
    }

    private static String viewer() throws IOException {
        try (InputStream script = DiagramsIT.class.getClassLoader().getResourceAsStream(BPMN_JS)) {
            assertThat(script).as(BPMN_JS).isNotNull();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Signed with the fingerprint, the same bytes at every drawing, and on paper: readers may have a dark page. */
    private static String finished(String key, String fingerprint, String svg) {
        String stable = ARROW_HEAD.matcher(svg).replaceAll("-" + key);
        int body = stable.indexOf('>', stable.indexOf("<svg")) + 1;
        Matcher box = Pattern.compile("viewBox=\"(\\S+) (\\S+) (\\S+) (\\S+)\"").matcher(stable);
        assertThat(box.find()).isTrue();
        return stable.substring(0, body)
                + "\n<!-- %s -->\n<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"white\"/>\n"
                        .formatted(fingerprint, box.group(1), box.group(2), box.group(3), box.group(4))
                + stable.substring(body)
                + "\n";
    }

    private static Set<String> elements(String svg) {
        Matcher matcher = ELEMENT.matcher(svg);
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String fingerprint(String xml) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(xml.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            return "drawn from sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
