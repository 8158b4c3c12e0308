package org.capaccueil.standard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class StandardFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theStarterStandardIsReadWhole() {
        Standard standard = StandardFile.read(starterBytes());

        assertThat(standard.code()).isEqualTo("AMQ-START");
        assertThat(standard.themes()).hasSize(8);
        assertThat(standard.criteria()).hasSize(40);
        assertThat(standard.criteria()).filteredOn(Criterion::mandatory).hasSize(14);
        assertThat(standard.indicators()).hasSize(16);
        assertThat(standard.criterion("ACC-1").orElseThrow().channels())
                .containsExactly(Channel.COUNTER, Channel.PHONE);
        assertThat(standard.labelRules().levels()).hasSize(3);
    }

    @Test
    void aByteOrderMarkAtTheStartIsNoFault() {
        byte[] file = ("\uFEFF" + new String(starterBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);

        assertThat(StandardFile.read(file).code()).isEqualTo("AMQ-START");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(new byte[0], "Le fichier est vide");
    }

    @Test
    void aFileOfMoreThanTwoMegabytesIsRefusedBeforeItIsRead() {
        assertRefused(" ".repeat(2 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8), "dépasse 2 Mo");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        String text = new String(starterBytes(), StandardCharsets.UTF_8);

        assertRefused(text.getBytes(Charset.forName("windows-1252")), "pas encodé en UTF-8");
        assertRefused(text.getBytes(StandardCharsets.UTF_16), "pas encodé en UTF-8");
    }

    @Test
    void utf16WithoutAMarkIsRefusedAlthoughItsBytesPassForUtf8() {
        assertRefused("{\"code\": \"X\"}".getBytes(StandardCharsets.UTF_16BE), "pas du JSON lisible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bonjour", "{", "{\"code\": }", "{\"code\": \"A\",}", "PK\u0003\u0004", "<html></html>"})
    void whatIsNotJsonIsRefusedWithTheLineOfTheFault(String text) {
        assertThatThrownBy(() -> StandardFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("file");
                    assertThat(refusal.sentence()).contains("ligne 1");
                });
    }

    @Test
    void textAfterTheStandardIsRefused() {
        String text = new String(starterBytes(), StandardCharsets.UTF_8);

        assertRefused((text + "{}").getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void aFieldWrittenTwiceIsRefused() {
        String text = new String(starterBytes(), StandardCharsets.UTF_8);

        assertRefused(text.replaceFirst("\\{", "{\"code\": \"AUTRE\",").getBytes(StandardCharsets.UTF_8), "ligne");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "12", "\"texte\"", "true"})
    void jsonThatIsNoObjectIsRefused(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void deepNestingIsRefusedAndNotAFault() {
        assertRefused(("{\"themes\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8), "");
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                broken("no code", root -> root.remove("code"), "« code »"),
                broken("blank code", root -> root.put("code", "  "), "« code »"),
                broken("endless code", root -> root.put("code", "X".repeat(41)), "41 caractères"),
                broken("no version", root -> root.remove("version"), "« version »"),
                broken("no French title", root -> root.putNull("title_fr"), "« title_fr »"),
                broken("no English title", root -> root.remove("title_en"), "« title_en »"),
                broken("endless title", root -> root.put("title_fr", "é".repeat(2001)), "2001 caractères"),
                broken("a NUL in a title", root -> root.put("title_fr", "a\u0000b"), "caractère invisible"),
                broken("another kind", root -> root.put("kind", "panels"), "« panels »"),
                broken("no kind", root -> root.remove("kind"), "« kind »"),
                broken("no scale", root -> root.remove("scale"), "« scale »"),
                broken("no levels in the scale", root -> scale(root).putArray("levels"), "« scale.levels »"),
                broken(
                        "one level only",
                        root -> keepFirst((ArrayNode) scale(root).get("levels"), 1),
                        "au moins deux échelons"),
                broken(
                        "levels that fall",
                        root -> ((ObjectNode) scale(root).get("levels").get(2)).put("points", 10),
                        "échelon 3"),
                broken(
                        "a level above 100",
                        root -> ((ObjectNode) scale(root).get("levels").get(4)).put("points", 120),
                        "scale.levels[5].points"),
                broken("conform above 100", root -> scale(root).put("conform_at", 101), "scale.conform_at"),
                broken(
                        "conform that no level reaches",
                        root -> {
                            scale(root).put("conform_at", 90);
                            keepFirst((ArrayNode) scale(root).get("levels"), 4);
                        },
                        "rien ne serait jamais conforme"),
                broken("no themes", root -> root.remove("themes"), "« themes »"),
                broken("an empty list of themes", root -> root.putArray("themes"), "« themes » est vide"),
                broken("an empty theme", root -> ((ArrayNode) root.get("themes")).addNull(), "élément vide"),
                broken("themes that are no list", root -> root.put("themes", "aucun"), "« themes »"),
                broken("a theme without weight", root -> theme(root).remove("weight"), "weight"),
                broken("a theme of weight 0", root -> theme(root).put("weight", 0), "« ACC » vaut 0"),
                broken("a theme of weight -1", root -> theme(root).put("weight", -1), "« ACC » vaut -1"),
                broken("a theme of weight 2.7", root -> theme(root).put("weight", 2.7), "weight"),
                broken("a weight in words", root -> theme(root).put("weight", "lourd"), "weight"),
                broken("a weight in quotes", root -> theme(root).put("weight", "3"), "weight"),
                broken(
                        "a theme without criteria",
                        root -> theme(root).putArray("criteria"),
                        "« ACC.criteria » est vide"),
                broken("a theme code twice", root -> theme(root, 1).put("code", "ACC"), "présent deux fois"),
                broken("a criterion code twice", root -> criterion(root, 1).put("code", "ACC-1"), "« ACC-1 »"),
                broken("a criterion without code", root -> criterion(root, 0).remove("code"), "« criteria.code »"),
                broken(
                        "a criterion without French title",
                        root -> criterion(root, 0).remove("title_fr"),
                        "« ACC-1.title_fr »"),
                broken("a criterion of weight 0", root -> criterion(root, 0).put("weight", 0), "« ACC-1 » vaut 0"),
                broken("a criterion of weight -1", root -> criterion(root, 0).put("weight", -1), "« ACC-1 » vaut -1"),
                broken("mandatory in words", root -> criterion(root, 0).put("mandatory", "oui"), "mandatory"),
                broken("mandatory as a number", root -> criterion(root, 0).put("mandatory", 1), "mandatory"),
                broken("no word on mandatory", root -> criterion(root, 0).remove("mandatory"), "mandatory"),
                broken(
                        "an unknown channel",
                        root -> criterion(root, 0).putArray("channels").add("fax"),
                        "« fax »"),
                broken(
                        "an empty channel",
                        root -> criterion(root, 0).putArray("channels").addNull(),
                        "« null »"),
                broken("no channel", root -> criterion(root, 0).putArray("channels"), "n'a aucun canal"),
                broken("channels missing", root -> criterion(root, 0).remove("channels"), "« ACC-1.channels »"),
                broken("channels that are no list", root -> criterion(root, 0).put("channels", "phone"), "channels"),
                broken("an unknown scope", root -> criterion(root, 0).put("scope", "galaxy"), "scope"),
                broken("a scope by number", root -> criterion(root, 0).put("scope", 0), "scope"),
                broken("no scope", root -> criterion(root, 0).remove("scope"), "« ACC-1.scope »"),
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
                        "« ACC-1.evidence_fr »"),
                broken("no evidence list", root -> criterion(root, 0).remove("evidence_fr"), "« ACC-1.evidence_fr »"),
                broken(
                        "a blank legal basis",
                        root -> criterion(root, 0).put("legal_basis", ""),
                        "« ACC-1.legal_basis »"),
                broken(
                        "more criteria than anybody answers",
                        StandardFileTest::fiveHundredAndOne,
                        "plus de 500 critères"),
                broken("no indicators", root -> root.remove("indicators"), "« indicators »"),
                broken("an empty indicator", root -> ((ArrayNode) root.get("indicators")).addNull(), "élément vide"),
                broken(
                        "more indicators than anybody collects",
                        StandardFileTest::aHundredAndOne,
                        "plus de 100 indicateurs"),
                broken(
                        "an indicator code taken by a criterion",
                        root -> indicator(root).put("code", "ACC-1"),
                        "« ACC-1 »"),
                broken("an indicator without formula", root -> indicator(root).remove("formula"), "formula"),
                broken("an indicator without target", root -> indicator(root).remove("target"), "target"),
                broken("a target in words", root -> indicator(root).put("target", "beaucoup"), "target"),
                broken("an unknown direction", root -> indicator(root).put("direction", "sideways"), "direction"),
                broken("a base of 0", root -> indicator(root).put("min_sample", 0), "au moins 1"),
                broken("no channel for an indicator", root -> indicator(root).putArray("channels"), "n'a aucun canal"),
                broken(
                        "an alert better than a target to exceed",
                        root -> indicator(root)
                                .put("direction", "higher")
                                .put("target", 50)
                                .put("alert", 60),
                        "meilleur que sa cible"),
                broken(
                        "an alert better than a target to stay under",
                        root -> indicator(root)
                                .put("direction", "lower")
                                .put("target", 10)
                                .put("alert", 5),
                        "meilleur que sa cible"),
                broken(
                        "a number that takes a gigabyte to write",
                        root -> indicator(root).put("target", new java.math.BigDecimal("1e999999999")),
                        "trop de chiffres"),
                broken("no label rules", root -> root.remove("label_rules"), "« label_rules »"),
                broken("no levels", root -> rules(root).putArray("levels"), "« label_rules.levels » est vide"),
                broken("an unknown level", root -> level(root, 0).put("code", "platinum"), "« platinum »"),
                broken("a level without code", root -> level(root, 0).remove("code"), "« null »"),
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
                broken("a threshold missing", root -> level(root, 0).remove("theme_min"), "bronze.theme_min"),
                broken(
                        "a share above 1",
                        root -> rules(root).put("indicator_coverage_min", 80),
                        "compris entre 0 et 1"),
                broken("a negative count", root -> rules(root).put("max_open_major", -1), "label_rules.max_open_major"),
                broken("no validity", root -> rules(root).put("validity_months", 0), "label_rules.validity_months"),
                broken("no time to reply", root -> rules(root).put("right_of_reply_days", 0), "right_of_reply_days"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void aBrokenFileIsRefusedWithThePlaceOfItsFault(String name, Consumer<ObjectNode> fault, String place)
            throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(starterBytes());
        fault.accept(root);

        assertRefused(JSON.writeValueAsBytes(root), place);
    }

    private static Arguments broken(String name, Consumer<ObjectNode> fault, String place) {
        return arguments(name, fault, place);
    }

    private static ObjectNode scale(ObjectNode root) {
        return (ObjectNode) root.get("scale");
    }

    private static ObjectNode rules(ObjectNode root) {
        return (ObjectNode) root.get("label_rules");
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
        assertThatThrownBy(() -> StandardFile.read(file)).isInstanceOfSatisfying(BusinessRefusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("file");
            assertThat(refusal.sentence()).contains(place);
        });
    }

    private static byte[] starterBytes() {
        try {
            return new ClassPathResource("standards/starter.json").getContentAsByteArray();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
