package org.capaccueil.standard.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capaccueil.standard.exchange.Source.Fields;
import org.capaccueil.standard.exchange.Source.Items;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads YAML and JSON into values with their lines. Only plain data is read: anchors, aliases and tags are refused, so
 * a small file cannot unfold into a large one or refer to itself.
 */
final class TextSource {

    static final int DEEPEST = 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loaderOptions(plainData())
            .streamReadConstraints(CONSTRAINTS)
            .build();

    private final JsonParser parser;

    private TextSource(JsonParser parser) {
        this.parser = parser;
    }

    private static LoaderOptions plainData() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        // what somebody sends is measured before it is read, and what is kept may be longer
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    static Source read(byte[] file) throws UnreadableFile {
        String text = decoded(file);
        return read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    static Source read(String content) throws UnreadableFile {
        requireVisible(content);
        boolean json = content.stripLeading().startsWith("{");
        try (JsonParser parser = json ? JSON.createParser(content) : YAML.createParser(content)) {
            return new TextSource(parser).readable();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory could not be read", impossible);
        }
    }

    private static String decoded(byte[] file) throws UnreadableFile {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableFile(
                    Fault.ofFile("Le fichier n'est pas encodé en UTF-8. Enregistrez-le à nouveau dans cet encodage."),
                    notUtf8);
        }
    }

    /** Looked for first: the parsers stop at such a sign without telling its line. */
    private static void requireVisible(String content) throws UnreadableFile {
        int line = 1;
        for (int at = 0; at < content.length(); at++) {
            char sign = content.charAt(at);
            if (sign == '\n' || (sign == '\r' && !content.startsWith("\n", at + 1))) {
                line++;
            } else if (sign != '\t' && sign != '\r' && (Character.isISOControl(sign) || (sign & 0xFFFE) == 0xFFFE)) {
                throw new UnreadableFile(new Fault(
                        "ligne " + line,
                        String.format(
                                "un caractère invisible (U+%04X) s'y trouve, qui n'a pas sa place dans un texte. "
                                        + "Effacez-le.",
                                (int) sign)));
            }
        }
    }

    private Source readable() throws IOException, UnreadableFile {
        try {
            return whole();
        } catch (JsonProcessingException notRead) {
            throw new UnreadableFile(ParseFault.of(notRead, parser), notRead);
        }
    }

    private Source whole() throws IOException, UnreadableFile {
        if (parser.nextToken() == null) {
            throw new UnreadableFile(Fault.ofFile("Le fichier ne contient aucun référentiel."));
        }
        Source whole = value();
        if (parser.nextToken() != null) {
            throw new UnreadableFile(
                    new Fault(at(), "un second document commence ici. Un fichier contient un seul référentiel."));
        }
        return whole;
    }

    private Source value() throws IOException, UnreadableFile {
        requirePlain();
        String at = at();
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(at);
            case START_ARRAY -> items(at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(Type.NUMBER, parser.getText(), at);
            // what was written may as well be yes or on, no or off
            case VALUE_TRUE -> new Scalar(Type.FLAG, "true", at);
            case VALUE_FALSE -> new Scalar(Type.FLAG, "false", at);
            case VALUE_NULL -> new Scalar(Type.NOTHING, "", at);
            default -> new Scalar(Type.TEXT, parser.getText(), at);
        };
    }

    private Fields fields(String at) throws IOException, UnreadableFile {
        Map<String, Source> all = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String nameAt = at();
            requirePlain();
            parser.nextToken();
            if (all.put(name, value()) != null) {
                throw new UnreadableFile(new Fault(
                        nameAt, "la clé " + PlainText.quoted(name) + " est présente deux fois au même endroit."));
            }
        }
        return new Fields(all, at);
    }

    private Items items(String at) throws IOException, UnreadableFile {
        List<Source> all = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            all.add(value());
        }
        return new Items(all, at);
    }

    private void requirePlain() throws IOException, UnreadableFile {
        if (parser instanceof YAMLParser yaml
                && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
            throw new UnreadableFile(new Fault(
                    at(),
                    "les ancres, les alias et les étiquettes YAML (&, *, !) ne sont pas admis. Écrivez la valeur "
                            + "elle-même."));
        }
    }

    private String at() {
        return "ligne " + parser.currentTokenLocation().getLineNr();
    }
}
