package org.capaccueil.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says is there, is there; each check has been seen to object. */
class ReadmeTest {

    private static final Pattern TEXT =
            Pattern.compile(".*\\.(html|java|jrxml|jrtx|bpmn|json|ya?ml|sql|js|css|md|svg|properties)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");

    private final Readme readme = Readme.ofTheProject();

    @Test
    void theFirstScreenHasAPictureAndTheTwoCommands() {
        String first = readme.firstScreen();

        assertThat(first.lines()).hasSizeLessThan(45);
        assertThat(first).containsPattern("!\\[[^]]+]\\(").contains("http://localhost:8080", "./data", "`accueil`");
        assertThat(new Readme(first).commands()).containsExactly("mvn spring-boot:run", "mvn verify");
    }

    @Test
    void theCommandForAllTestsIsTheOneOfContinuousIntegration() {
        assertThat(Readme.read(Path.of(".ci", "run")).lines().reduce((before, last) -> last))
                .hasValueSatisfying(last -> assertThat(last).matches("exec mvn( -\\w+)* verify"));
    }

    @Test
    void whatTheFirstCommandPromisesIsConfigured() {
        String local = Readme.read(Path.of("src", "main", "resources", "application-local.yaml"));

        assertThat(local).contains("port: 8080", "folder: data/", "password: accueil");
        assertThat(Readme.read(Path.of("pom.xml"))).contains("<profile>local</profile>");
    }

    @Test
    void everyLinkAndPictureLeadsSomewhere() {
        assertThat(readme.targets()).hasSizeGreaterThan(20);
        assertThat(readme.brokenLinks()).isEmpty();
        assertThat(new Readme("[a](src/nowhere) [b](#no-such-heading) ![c](src/docs/no.png)").brokenLinks())
                .containsExactly("#no-such-heading", "src/docs/no.png", "src/nowhere");
    }

    @Test
    void everyPictureSaysInWordsWhatItShows() {
        assertThat(readme.text()).doesNotContain("![](").doesNotContainPattern("<img(?![^>]* alt=\"[^\"]+\")");
    }

    @Test
    void everyPathClassAndSettingNamedExists() {
        assertThat(readme.unknownPaths()).isEmpty();
        assertThat(readme.unknownClasses()).isEmpty();
        assertThat(readme.unknownSettings()).isEmpty();

        Readme spoilt = new Readme("`bpmn/nowhere` `reports/<room>/x` `NoSuchTest` `capaccueil.no-such-setting`");
        assertThat(spoilt.unknownPaths()).containsExactly("bpmn/nowhere", "reports/<room>/x");
        assertThat(spoilt.unknownClasses()).containsExactly("NoSuchTest");
        assertThat(spoilt.unknownSettings()).containsExactly("capaccueil.no-such-setting");
    }

    @Test
    void everyMavenCommandIsOneTheBuildKnows() {
        assertThat(readme.commands()).hasSizeGreaterThan(4);
        assertThat(readme.unknownInCommands()).isEmpty();
        assertThat(new Readme("`mvn verify -Pnone -Dtest=NoSuchTest -DnoSwitch jetty:run`").unknownInCommands())
                .containsExactly("-DnoSwitch", "-Dtest=NoSuchTest", "-Pnone", "jetty:run");
    }

    @Test
    void theMapHasEveryRoomAndNoOther() {
        assertThat(readme.mappedRooms()).isEqualTo(Readme.rooms());
    }

    @Test
    void everyProcessHasItsPicture() {
        List<String> pictures = Readme.files(Path.of("src", "docs", "diagrams")).stream()
                .map(picture -> picture.toString().replace('\\', '/'))
                .toList();

        assertThat(pictures).hasSizeGreaterThanOrEqualTo(8);
        assertThat(readme.targets().toList()).containsAll(pictures);
    }

    @Test
    void noPictureWeighsMoreThanAPageShould() throws IOException {
        for (Path picture : Readme.files(Path.of("src", "docs"))) {
            assertThat(Files.size(picture)).as("%s", picture).isLessThan(200 * 1024);
        }
    }

    @Test
    void noPackageRegistryIsNamed() {
        Stream.of(Path.of("README.md"), Path.of("pom.xml"), Path.of(".ci", "run"))
                .forEach(file -> assertThat(Readme.registriesIn(Readme.read(file)))
                        .as("%s", file)
                        .isEmpty());

        assertThat(Readme.registriesIn("see https://Registry.npmjs.org/x")).containsExactly("registry.npmjs.org");
    }

    /** The law keeps it for accredited bodies; comments may say that it is absent. */
    @Test
    void theProtectedWordStandsNowhere() {
        List<Path> spoken = Stream.of("src/main", "src/docs", "bpmn", "reports", "docker")
                .flatMap(folder -> Readme.files(Path.of(folder)).stream())
                .filter(file -> TEXT.matcher(file.toString()).matches())
                .toList();

        assertThat(spoken).hasSizeGreaterThan(100);
        assertThat(spoken).allSatisfy(file -> assertThat(saysTheWord(Readme.read(file)))
                .as("%s", file)
                .isFalse());
        assertThat(saysTheWord(readme.text())).isFalse();
        assertThat(saysTheWord("/** Never \"certifié\". */ class A {}")).isFalse();
        assertThat(saysTheWord("<p>Équipe Certifiée</p>")).isTrue();
    }

    private static boolean saysTheWord(String text) {
        return COMMENT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT).contains("certifi");
    }

    /** Each entry at the top has its reason; whatever else appears there is in the wrong place. */
    @Test
    void theTopLevelIsWhatItWasMeantToBe() throws IOException {
        try (var entries = Files.list(Path.of(""))) {
            assertThat(entries.map(Path::toString)
                            .filter(name -> !name.startsWith("."))
                            // what running and building leave, as .gitignore says
                            .filter(name -> !List.of("target", "data").contains(name)))
                    .containsExactlyInAnyOrder("pom.xml", "README.md", "src", "bpmn", "reports", "docker");
        }
    }
}
