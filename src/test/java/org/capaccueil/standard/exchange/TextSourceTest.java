package org.capaccueil.standard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.capaccueil.standard.Standard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** What stands in a text file is taken for what it says, and what cannot be read is refused where it is and with its reason. */
class TextSourceTest {

    @ParameterizedTest
    @CsvSource({
        "yes, true",
        "on, true",
        "true, true",
        "Yes, true",
        "ON, true",
        "no, false",
        "off, false",
        "false, false",
        "Off, false"
    })
    void everyWayToWriteAFlagInYamlIsTakenForWhatItSays(String written, boolean meant) throws IOException {
        String text = starter().replaceFirst("mandatory: false\n( *)not_applicable: true", "mandatory: " + written);

        StandardReading reading = read(text);

        assertThat(reading.faults()).isEmpty();
        assertThat(standard(reading).criterion("ACC-1").orElseThrow().mandatory())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: A\\nversion: \"1\\nkind: x\\n| Ligne 2 : un guillemet est ouvert ici et n'est pas refermé.",
                "code: A\\n\\tversion: 1\\n| Ligne 2 : une tabulation s'y trouve.",
                "code: A\\nversion: a: b\\n| Ligne 2 : un deux-points n'est pas à sa place.",
                "code: A\\nsource: \"a\\d\"\\n| Ligne 2 : une barre oblique inverse (\\)",
                "code: A\\nthemes: [\\n  a,\\n  b\\n| Ligne 2 : un crochet [ ou une accolade { n'est pas refermé",
                "code: A\\n  version: 1\\n| Ligne 2 : un deux-points n'est pas à sa place.",
                "code: A\\nthemes:\\n  - code: T\\n title_fr: x\\n| Ligne 4 : le retrait",
                "code: A\\nsource: @moi\\n| Ligne 2 : un texte qui commence par ce signe s'écrit entre guillemets.",
                "code: A\\ntitle_fr: {{ titre }}\\n| Ligne 2 : un nom de champ, simple et suivi d'un deux-points,",
                "code: A\\n? [a, b]\\n: c\\n| Ligne 2 : un nom de champ, simple et suivi d'un deux-points,",
                "code: A\\nsource: a\\u0007b\\n| Ligne 2 : un caractère invisible (U+0007) s'y trouve",
                "{\"code\": \"A\",\\n \"source\": \"a\\u0000b\"}| Ligne 2 : un caractère invisible (U+0000) s'y trouve",
                "{\"code\": \"A\",\\n \"version\": }| Ligne 2 : le fichier n'est pas du JSON lisible à cet endroit.",
                "{\"code\": \"A\",\\n \"version\": \"1\"| Ligne 2 : le fichier n'est pas du JSON lisible : il s'arrête"
            })
    void whatCannotBeReadIsRefusedAtItsLineWithItsReason(String written, String refusal) {
        String text = written.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\u0007", "\u0007")
                .replace("\\u0000", "\u0000");

        assertThat(read(text).faults()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .startsWith(refusal.strip()));
    }

    @Test
    void whatIsTooDeepOrTooLongSaysItsLineAndItsCauseWhateverTheFormat() {
        assertRefused("{\"code\": \"A\",\n\"themes\": " + "[".repeat(100), "Ligne 2 : les valeurs y sont imbriquées");
        assertRefused("code: A\nthemes: " + "[".repeat(100), "Ligne 2 : les valeurs y sont imbriquées");
        assertRefused(
                "{\"code\": \"A\",\n\"n\": " + "1".repeat(2000) + "}", "Ligne 2 : un nombre y a trop de chiffres");
        assertRefused(
                "{\"code\": \"A\",\n\"" + "n".repeat(60_000) + "\": 1}", "Ligne 2 : un nom ou un texte y est trop");
    }

    @Test
    void everyWayToEndALineIsTheSame() throws IOException {
        String windows = starter().replace("\n", "\r\n");
        assertThat(read(windows).standard()).isEqualTo(read(starter()).standard());

        String escaped = starter().replaceFirst("Accès et joignabilité", "Accès\\\\r\\\\net\\\\rjoignabilité");
        assertThat(standard(read(escaped)).theme("ACC").orElseThrow().titleFr()).isEqualTo("Accès\net\njoignabilité");
    }

    @ParameterizedTest
    @CsvSource({"\\u00a0", "\\u200b", "\\u202f\\u00a0", "\\u2060 \\ufeff"})
    void aTitleNobodySeesIsMissing(String blank) throws IOException {
        String text = starter().replaceFirst("Accès et joignabilité", blank.replace("\\", "\\\\"));

        assertThat(read(text).faults()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .endsWith("« title_fr » (thème ACC) manque ou est vide."));
    }

    @Test
    void whatIsQuotedInASentenceIsShortened() throws IOException {
        String endless = "x".repeat(1_000_000);

        assertThat(read(starter() + endless + ": 1\n").faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.toString()).hasSizeLessThan(300));
        assertThat(read(starter().replaceFirst("kind: \"checklist\"", "kind: \"" + "y".repeat(2000) + "\""))
                        .faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.toString()).hasSizeLessThan(300));
    }

    private static void assertRefused(String text, String refusal) {
        assertThat(read(text).faults()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .startsWith(refusal));
    }

    private static Standard standard(StandardReading reading) {
        return java.util.Objects.requireNonNull(reading.standard());
    }

    private static StandardReading read(String text) {
        return StandardFormats.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String starter() throws IOException {
        return new ClassPathResource("standards/starter.yaml").getContentAsString(StandardCharsets.UTF_8);
    }
}
