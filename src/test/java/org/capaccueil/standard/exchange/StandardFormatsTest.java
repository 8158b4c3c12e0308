package org.capaccueil.standard.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Standards read from text: what is sound comes back whole, what is not is refused with its line. */
class StandardFormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "starter.yaml",
                "caf-2020.yaml",
                "caf-2020-pdca.yaml",
                "services-publics-plus-like.yaml",
                "standard_starter.json",
                "standard_caf2020.json",
                "standard_spplus_like.json"
            })
    void everyStandardIsReadWholeAndWrittenWithoutLoss(String name) throws IOException {
        StandardReading reading = StandardFormats.read(file(name));
        assertThat(reading.faults()).isEmpty();

        String yaml = StandardFormats.yaml(reading.standard());
        StandardReading again = StandardFormats.read(yaml.getBytes(StandardCharsets.UTF_8));

        assertThat(again.standard()).isEqualTo(reading.standard());
        assertThat(again.notices()).isEmpty();
        assertThat(StandardFormats.yaml(again.standard())).isEqualTo(yaml);
        assertThat(StandardFormats.check(reading.standard()).faults()).isEmpty();
    }

    @Test
    void theStarterStandardHasEverythingItsFileHas() throws IOException {
        Standard standard = StandardFormats.read(file("starter.yaml")).standard();

        assertThat(standard.themes()).hasSize(8);
        assertThat(standard.criteria()).hasSize(40);
        assertThat(standard.criteria()).filteredOn(Criterion::mandatory).hasSize(14);
        assertThat(standard.indicators()).hasSize(16);
        assertThat(standard.survey().questions()).hasSize(10);
        assertThat(standard.criterion("ACC-1").orElseThrow().channels())
                .containsExactlyInAnyOrder(Channel.COUNTER, Channel.PHONE);
        assertThat(standard.labelRules().levels()).hasSize(3);
    }

    @Test
    void theOtherTwoKindsKeepTheirPanelsLevelsAndDisclaimer() throws IOException {
        Standard caf = StandardFormats.read(file("standard_caf2020.json")).standard();
        assertThat(caf.themes()).hasSize(9);
        assertThat(caf.criteria()).hasSize(28);
        assertThat(caf.scales())
                .hasSize(2)
                .allMatch(scale -> scale.isPanel() && scale.levels().size() == 6);
        assertThat(caf.criterion("1.1").orElseThrow().note()).contains("page");

        Standard commitments =
                StandardFormats.read(file("standard_spplus_like.json")).standard();
        assertThat(commitments.themes()).hasSize(9);
        assertThat(commitments.criteria()).hasSize(27);
        assertThat(commitments.disclaimer()).contains("Not the DITP standard");
        assertThat(commitments.theme("P1").orElseThrow().group()).isEqualTo("proche");
    }

    @Test
    void textsThatLookLikeSomethingElseStayTexts() throws IOException {
        ObjectNode root = starter();
        String odd = "= 1+1 \"oui\" #pas un commentaire: {a}\n- é 😀 ~ 0.10";
        root.put("title_fr", odd).put("source", "oui").put("title_en", "null");

        Standard standard = StandardFormats.read(YAML.writeValueAsBytes(root)).standard();
        Standard again = StandardFormats.read(StandardFormats.yaml(standard).getBytes(StandardCharsets.UTF_8))
                .standard();

        assertThat(again.titleFr()).isEqualTo(odd);
        assertThat(again.source()).isEqualTo("oui");
        assertThat(again.titleEn()).isEqualTo("null");
        assertThat(again).isEqualTo(standard);
    }

    @Test
    void aByteOrderMarkAtTheStartIsNoFault() throws IOException {
        String text = "\uFEFF" + new String(file("starter.yaml"), StandardCharsets.UTF_8);

        assertThat(StandardFormats.read(text.getBytes(StandardCharsets.UTF_8)).isSound())
                .isTrue();
    }

    @Test
    void anEmptyFileATooLargeOneAndOneInAnotherEncodingAreRefused() throws IOException {
        String text = new String(file("starter.yaml"), StandardCharsets.UTF_8);

        assertRefused(new byte[0], "Le fichier est vide");
        assertRefused(" ".repeat(2 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8), "dépasse 2 Mo");
        assertRefused(text.getBytes(Charset.forName("windows-1252")), "pas encodé en UTF-8");
        assertRefused(text.getBytes(StandardCharsets.UTF_16), "pas encodé en UTF-8");
        assertRefused("{\"code\": \"X\"}".getBytes(StandardCharsets.UTF_16BE), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [*a]",
                "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
                "code: !!javax.script.ScriptEngineManager [x]",
                "code: !x y"
            })
    void anchorsAliasesAndTagsAreRefusedWithTheirLine(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), "Ligne 1 : les ancres, les alias et les étiquettes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"code\": }", "{\"code\": \"A\",}", "code: [", "code: a: b", "code: \"a"})
    void whatCannotBeReadIsRefusedWithTheLineOfTheFault(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), "Ligne ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "12", "texte", "true", "<html></html>", "PK\u0003\u0004"})
    void whatIsNoStandardAtAllIsRefused(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void aSecondDocumentAKeyWrittenTwiceAndDeepNestingAreRefused() throws IOException {
        String text = new String(file("starter.yaml"), StandardCharsets.UTF_8);

        assertRefused((text + "---\ncode: X\n").getBytes(StandardCharsets.UTF_8), "second document");
        assertRefused(("code: AUTRE\n" + text).getBytes(StandardCharsets.UTF_8), "Ligne 2 : la clé « code »");
        assertRefused(("{\"themes\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8), "");
        assertRefused(("themes: " + "[".repeat(10_000)).getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void everyFaultOfAFileIsSaidAtOnceWithItsLine() throws IOException {
        String text = new String(file("starter.yaml"), StandardCharsets.UTF_8)
                .replaceFirst("weight: 15", "weight: -1")
                .replaceFirst("conform_at: 75", "conform_at: \"75\"");

        StandardReading reading = StandardFormats.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.faults()).hasSize(2).allSatisfy(fault -> {
            int line = Integer.parseInt(fault.at().replace("ligne ", ""));
            assertThat(text.lines().toList().get(line - 1)).containsAnyOf("weight: -1", "conform_at: \"75\"");
        });
    }

    @Test
    void whatIsWrongWithOneOfAListIsSaidAtItsOwnLine() throws IOException {
        String text = new String(file("starter.yaml"), StandardCharsets.UTF_8)
                .replaceFirst("- \"phone\"", "- \"fax\"")
                .replaceFirst("- 22", "- 2.5");

        StandardReading reading = StandardFormats.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.faults())
                .hasSize(3)
                .filteredOn(fault -> !fault.complaint().contains("deux mois"))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(text.lines()
                                .toList()
                                .get(Integer.parseInt(fault.at().replace("ligne ", "")) - 1))
                        .containsAnyOf("- \"fax\"", "- 2.5"));
    }

    @Test
    void aFormerShapeLosesNoValueWhereItSaysTheSameTwice() throws IOException {
        ObjectNode caf = (ObjectNode) JSON.readTree(file("standard_caf2020.json"));
        ObjectNode first = (ObjectNode) caf.get("criteria").get(0);
        assertThat(StandardFormats.read(JSON.writeValueAsBytes(caf)).notices())
                .anySatisfy(notice -> assertThat(notice).contains("conforme : 50 points sur chaque panneau"));

        first.put("code", "AUTRE").put("scale", "AUTRE");
        ((ObjectNode) first.get("sub").get(0)).put("note", "à garder").put("title_check", "page 1");
        first.putArray("criteria").addObject().put("code", "X").put("title_fr", "x");
        ((ObjectNode) caf.get("scales").elements().next().get(0))
                .put("value", 3)
                .put("fr", "Rien");

        String faults = StandardFormats.read(JSON.writeValueAsBytes(caf)).faults().stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n"));
        assertThat(faults)
                .contains(
                        "la clé « number » (thème AUTRE) est inconnue",
                        "la clé « panel » (thème AUTRE) est inconnue",
                        "la clé « sub » (thème AUTRE) est inconnue",
                        "la clé « max » (échelon 1 de l'échelle",
                        "la clé « phase » (échelon 1 de l'échelle");
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                broken("no code", root -> root.remove("code"), "« code »"),
                broken("blank code", root -> root.put("code", "  "), "« code »"),
                broken("endless code", root -> root.put("code", "X".repeat(41)), "41 caractères"),
                broken("no version", root -> root.remove("version"), "« version »"),
                broken("no French title", root -> root.putNull("title_fr"), "« title_fr »"),
                broken("an English title that is a list", root -> root.putArray("title_en"), "« title_en »"),
                broken("endless title", root -> root.put("title_fr", "é".repeat(2001)), "2001 caractères"),
                broken("a NUL in a title", root -> root.put("title_fr", "a\u0000b"), "caractère invisible"),
                broken("another kind", root -> root.put("kind", "panels"), "« panels »"),
                broken("no kind", root -> root.remove("kind"), "« kind »"),
                broken("no scale", root -> root.remove("scales"), "« scales »"),
                broken("no levels in the scale", root -> scale(root).putArray("levels"), "moins de deux échelons"),
                broken(
                        "one level only",
                        root -> keepFirst((ArrayNode) scale(root).get("levels"), 1),
                        "moins de deux échelons"),
                broken(
                        "levels that fall",
                        root -> ((ObjectNode) scale(root).get("levels").get(2)).put("points", 10),
                        "au-dessus de l'échelon précédent"),
                broken(
                        "a level above 100",
                        root -> ((ObjectNode) scale(root).get("levels").get(4)).put("points", 120),
                        "« points »"),
                broken("conform above 100", root -> scale(root).put("conform_at", 101), "« conform_at »"),
                broken(
                        "conform that no level reaches",
                        root -> {
                            scale(root).put("conform_at", 90);
                            keepFirst((ArrayNode) scale(root).get("levels"), 4);
                        },
                        "rien ne serait jamais conforme"),
                broken("no themes", root -> root.remove("themes"), "« themes »"),
                broken("an empty list of themes", root -> root.putArray("themes"), "« themes » manque ou est vide"),
                broken("an empty theme", root -> ((ArrayNode) root.get("themes")).addNull(), "« themes » (thème 9)"),
                broken("themes that are no list", root -> root.put("themes", "aucun"), "« themes »"),
                broken("a theme without weight", root -> theme(root).remove("weight"), "weight"),
                broken("a theme of weight 0", root -> theme(root).put("weight", 0), "« weight » (thème ACC) vaut 0"),
                broken("a theme of weight -1", root -> theme(root).put("weight", -1), "« weight » (thème ACC) vaut -1"),
                broken("a theme of weight 2.7", root -> theme(root).put("weight", 2.7), "weight"),
                broken("a weight in words", root -> theme(root).put("weight", "lourd"), "weight"),
                broken("a weight in quotes", root -> theme(root).put("weight", "3"), "weight"),
                broken(
                        "a theme without criteria",
                        root -> theme(root).putArray("criteria"),
                        "« criteria » (thème ACC)"),
                broken("a theme code twice", root -> theme(root, 1).put("code", "ACC"), "déjà pris"),
                broken("a criterion code twice", root -> criterion(root, 1).put("code", "ACC-1"), "déjà pris"),
                broken("a criterion without code", root -> criterion(root, 0).remove("code"), "« code »"),
                broken(
                        "a criterion without French title",
                        root -> criterion(root, 0).remove("title_fr"),
                        "« title_fr » (critère ACC-1)"),
                broken(
                        "a criterion of weight 0",
                        root -> criterion(root, 0).put("weight", 0),
                        "« weight » (critère ACC-1) vaut 0"),
                broken(
                        "a criterion of weight -1",
                        root -> criterion(root, 0).put("weight", -1),
                        "« weight » (critère ACC-1) vaut -1"),
                broken("mandatory in words", root -> criterion(root, 0).put("mandatory", "oui"), "mandatory"),
                broken("mandatory as a number", root -> criterion(root, 0).put("mandatory", 1), "mandatory"),
                broken(
                        "mandatory and not applicable",
                        root -> criterion(root, 0).put("mandatory", true),
                        "jamais sans objet"),
                broken(
                        "an unknown channel",
                        root -> criterion(root, 0).putArray("channels").add("fax"),
                        "« fax »"),
                broken(
                        "an empty channel",
                        root -> criterion(root, 0).putArray("channels").addNull(),
                        "élément vide"),
                broken("no channel", root -> criterion(root, 0).putArray("channels"), "aucun canal"),
                broken(
                        "channels missing",
                        root -> criterion(root, 0).remove("channels"),
                        "« channels » (critère ACC-1)"),
                broken("channels that are no list", root -> criterion(root, 0).put("channels", "phone"), "channels"),
                broken("an unknown scope", root -> criterion(root, 0).put("scope", "galaxy"), "scope"),
                broken("a scope by number", root -> criterion(root, 0).put("scope", 0), "scope"),
                broken("a scope that is a list", root -> criterion(root, 0).putArray("scope"), "« scope »"),
                broken(
                        "an unknown method",
                        root -> criterion(root, 0).putArray("methods").add("Z"),
                        "methods"),
                broken(
                        "an empty method",
                        root -> criterion(root, 0).putArray("methods").addNull(),
                        "élément vide"),
                broken(
                        "an empty evidence",
                        root -> criterion(root, 0).putArray("evidence_fr").addNull(),
                        "élément vide"),
                broken(
                        "a blank evidence",
                        root -> criterion(root, 0).putArray("evidence_fr").add(" "),
                        "« evidence_fr » (critère ACC-1)"),
                broken(
                        "evidence that is no list",
                        root -> criterion(root, 0).put("evidence_fr", "Affiche"),
                        "« evidence_fr »"),
                broken(
                        "a legal basis that is a flag",
                        root -> criterion(root, 0).put("legal_basis", true),
                        "« legal_basis »"),
                broken(
                        "more criteria than anybody answers",
                        StandardFormatsTest::fiveHundredAndOne,
                        "pour 500 au plus"),
                broken("indicators that are no list", root -> root.put("indicators", 3), "« indicators »"),
                broken(
                        "an empty indicator",
                        root -> ((ArrayNode) root.get("indicators")).addNull(),
                        "« indicators » (indicateur 17)"),
                broken(
                        "more indicators than anybody collects",
                        StandardFormatsTest::aHundredAndOne,
                        "plus de 100 éléments"),
                broken(
                        "an indicator code taken by a criterion",
                        root -> indicator(root).put("code", "ACC-1"),
                        "déjà pris"),
                broken("an indicator without formula", root -> indicator(root).remove("formula"), "formula"),
                broken("an indicator without target", root -> indicator(root).remove("target"), "target"),
                broken("a target in words", root -> indicator(root).put("target", "beaucoup"), "target"),
                broken("an unknown direction", root -> indicator(root).put("direction", "sideways"), "direction"),
                broken("a base of 0", root -> indicator(root).put("min_sample", 0), "compris entre 1 et"),
                broken("no channel for an indicator", root -> indicator(root).putArray("channels"), "aucun canal"),
                broken(
                        "an alert better than a target to exceed",
                        root -> indicator(root)
                                .put("direction", "higher")
                                .put("target", 50)
                                .put("alert", 60),
                        "meilleur que la cible"),
                broken(
                        "an alert better than a target to stay under",
                        root -> indicator(root)
                                .put("direction", "lower")
                                .put("target", 10)
                                .put("alert", 5),
                        "meilleur que la cible"),
                broken(
                        "a number that takes a gigabyte to write",
                        root -> indicator(root).put("target", new java.math.BigDecimal("1e999999999")),
                        "trop de chiffres"),
                broken("label rules that are a list", root -> root.putArray("label_rules"), "« label_rules »"),
                broken("no levels", root -> rules(root).putArray("levels"), "« levels » (règles du label) manque"),
                broken("an unknown level", root -> level(root, 0).put("code", "platinum"), "« platinum »"),
                broken("a level without code", root -> level(root, 0).remove("code"), "« code »"),
                broken("a level twice", root -> level(root, 1).put("code", "bronze"), "n'est pas au-dessus"),
                broken(
                        "a higher level easier than a lower",
                        root -> level(root, 2).put("overall_min", 10),
                        "n'est pas au-dessus"),
                broken(
                        "a threshold above 100",
                        root -> level(root, 2).put("overall_min", 101),
                        "compris entre 0 et 100"),
                broken("a threshold below 0", root -> level(root, 0).put("theme_min", -1), "compris entre 0 et 100"),
                broken("a threshold missing", root -> level(root, 0).remove("theme_min"), "« theme_min »"),
                broken(
                        "a share above 1",
                        root -> rules(root).put("indicator_coverage_min", 80),
                        "compris entre 0 et 1"),
                broken("a negative count", root -> rules(root).put("max_open_major", -1), "« max_open_major »"),
                broken("no validity", root -> rules(root).put("validity_months", 0), "« validity_months »"),
                broken("no time to reply", root -> rules(root).put("right_of_reply_days", 0), "right_of_reply_days"),
                broken(
                        "an unknown key",
                        root -> criterion(root, 0).put("wieght", 2),
                        "« wieght » (critère ACC-1) est inconnue"),
                broken("a code with a space", root -> criterion(root, 0).put("code", "ACC 1"), "sans espace"),
                broken(
                        "an origin that is itself",
                        root -> root.putObject("origin")
                                .put("code", "AMQ-START")
                                .put("version", "0.2"),
                        "lui-même"),
                broken(
                        "an indicator that is none",
                        root -> criterion(root, 0).putArray("measured_by").add("TEL-NONE"),
                        "« TEL-NONE », qui n'est pas un indicateur de ce référentiel"),
                broken(
                        "an indicator named twice",
                        root -> criterion(root, 0)
                                .putArray("measured_by")
                                .add("TEL-ANSWER")
                                .add("TEL-ANSWER"),
                        "deux fois le même indicateur"),
                broken("an unknown scale", root -> theme(root).put("scale", "autre"), "n'est pas une échelle"),
                broken(
                        "facets on grades",
                        root -> scale(root).putArray("facets").add("plan"),
                        "n'existe que sur un panneau"),
                broken(
                        "a survey without questions",
                        root -> ((ObjectNode) root.get("survey")).putArray("questions"),
                        "a 0 questions"),
                broken(
                        "four degrees out of five",
                        root -> ((ArrayNode) root.at("/survey/questions/2/options")).remove(0),
                        "il en faut cinq"),
                broken(
                        "a rule for no channel there is",
                        root -> criterion(root, 0)
                                .putObject("applies_if")
                                .putArray("all_of")
                                .add("fax"),
                        "« fax »"),
                broken(
                        "level minimums that fall",
                        root -> criterion(root, 0)
                                .putObject("level_minimums")
                                .put("bronze", 60)
                                .put("gold", 50),
                        "plus bas"),
                broken(
                        "ten thousand criteria",
                        root -> repeat((ArrayNode) theme(root).get("criteria"), 10_000),
                        ""),
                broken(
                        "a window with a word between its months",
                        root -> window(root).add(14).add("abc").add(22),
                        "« surveillance_window_months » (règles du label) devrait être un nombre"),
                broken(
                        "a window with a month before the decision",
                        root -> window(root).add(14).add(-3).add(22),
                        "vaut -3 ; il doit être compris entre 0 et 120"),
                broken(
                        "a window with half a month",
                        root -> window(root).add(14).add(18.5).add(22),
                        "vaut 18.5 ; il faut un nombre entier"),
                broken(
                        "a window of three months",
                        root -> window(root).add(14).add(18).add(22),
                        "donne deux mois"),
                broken(
                        "a window that closes after the label has ended",
                        root -> window(root).add(14).add(40),
                        "va jusqu'au mois 40, après la fin du label (36 mois)"),
                broken(
                        "a target of ten digits",
                        root -> indicator(root).put("alert", 1).put("target", 1_234_567_890_123_456L),
                        "a trop de chiffres : neuf au plus avant la virgule"),
                broken(
                        "more evidence than anybody gathers",
                        root -> texts(criterion(root, 0).putArray("evidence_fr"), 31),
                        "a 31 preuves attendues, pour 30 au plus"),
                broken(
                        "more answers than anybody reads",
                        root -> texts((ArrayNode) root.at("/survey/questions/0/options"), 21),
                        "réponses possibles, pour 20 au plus"),
                broken(
                        "more scales than anybody tells apart",
                        root -> repeat((ArrayNode) root.get("scales"), 21),
                        "a 21 échelles, pour 20 au plus"),
                broken(
                        "a window that ends before it begins",
                        root -> rules(root)
                                .putArray("surveillance_window_months")
                                .add(22)
                                .add(14),
                        "deux mois"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void aBrokenFileIsRefusedWithThePlaceOfItsFault(String name, Consumer<ObjectNode> fault, String place)
            throws IOException {
        ObjectNode root = starter();
        fault.accept(root);

        assertRefused(YAML.writeValueAsBytes(root), place);
        assertRefused(JSON.writeValueAsBytes(root), place);
    }

    /** The starter standard, broken the way the arguments say. */
    @SuppressWarnings("unchecked")
    static ObjectNode broken(Arguments arguments) throws IOException {
        ObjectNode root = starter();
        ((Consumer<ObjectNode>) arguments.get()[1]).accept(root);
        return root;
    }

    private static Arguments broken(String name, Consumer<ObjectNode> fault, String place) {
        return arguments(name, fault, place);
    }

    private static ObjectNode scale(ObjectNode root) {
        return (ObjectNode) root.get("scales").get(0);
    }

    private static ObjectNode rules(ObjectNode root) {
        return (ObjectNode) root.get("label_rules");
    }

    private static ArrayNode window(ObjectNode root) {
        return rules(root).putArray("surveillance_window_months");
    }

    private static void texts(ArrayNode list, int number) {
        for (int i = list.size(); i < number; i++) {
            list.add("texte " + i);
        }
    }

    private static ObjectNode level(ObjectNode root, int index) {
        return (ObjectNode) rules(root).get("levels").get(index);
    }

    private static ObjectNode theme(ObjectNode root) {
        return theme(root, 0);
    }

    private static ObjectNode theme(ObjectNode root, int index) {
        return (ObjectNode) root.get("themes").get(index);
    }

    private static ObjectNode criterion(ObjectNode root, int index) {
        return (ObjectNode) theme(root).get("criteria").get(index);
    }

    private static ObjectNode indicator(ObjectNode root) {
        return (ObjectNode) root.get("indicators").get(0);
    }

    private static void keepFirst(ArrayNode list, int most) {
        while (list.size() > most) {
            list.remove(list.size() - 1);
        }
    }

    private static void fiveHundredAndOne(ObjectNode root) {
        repeat((ArrayNode) theme(root).get("criteria"), 501);
    }

    private static void aHundredAndOne(ObjectNode root) {
        repeat((ArrayNode) root.get("indicators"), 101);
    }

    private static void repeat(ArrayNode list, int times) {
        JsonNode first = list.get(0);
        for (int i = list.size(); i < times; i++) {
            ObjectNode copy = first.deepCopy();
            list.add(copy.put("code", "N-" + i));
        }
    }

    private static void assertRefused(byte[] file, String place) {
        StandardReading reading = StandardFormats.read(file);
        assertThat(reading.isSound()).isFalse();
        assertThat(reading.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")))
                .isNotBlank()
                .contains(place);
    }

    private static ObjectNode starter() throws IOException {
        return (ObjectNode) YAML.readTree(file("starter.yaml"));
    }

    private static byte[] file(String name) throws IOException {
        return new ClassPathResource("standards/" + name).getContentAsByteArray();
    }
}
