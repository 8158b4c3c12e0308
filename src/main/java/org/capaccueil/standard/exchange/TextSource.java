package org.capaccueil.standard.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
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

    private static final int DEEPEST = 20;
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
        options.setCodePointLimit(StandardFormats.MAX_BYTES);
        return options;
    }

    static Source read(byte[] file) throws UnreadableFile {
        String text = decoded(file);
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        boolean json = content.stripLeading().startsWith("{");
        try (JsonParser parser = json ? JSON.createParser(content) : YAML.createParser(content)) {
            return new TextSource(parser).whole();
        } catch (JacksonYAMLParseException | com.fasterxml.jackson.core.exc.StreamConstraintsException notRead) {
            throw new UnreadableFile(
                    new Fault(at(notRead), "le fichier n'est pas lisible à cet endroit. Vérifiez sa mise en forme."),
                    notRead);
        } catch (JsonProcessingException notRead) {
            throw new UnreadableFile(
                    new Fault(at(notRead), "le fichier n'est pas du JSON lisible à cet endroit."), notRead);
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

    private static String at(JsonProcessingException fault) {
        return fault.getLocation() == null ? "" : "ligne " + fault.getLocation().getLineNr();
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
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(Type.FLAG, parser.getText(), at);
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
                throw new UnreadableFile(
                        new Fault(nameAt, "la clé « " + name + " » est présente deux fois au même endroit."));
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
