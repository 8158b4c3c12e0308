package org.capaccueil.standard.exchange;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in French where and why a text is neither YAML nor JSON, as far as its parser knows. */
final class ParseFault {

    /** What a YAML parser says, and what somebody can do about it. */
    private static final Map<String, String> YAML_REASONS = new LinkedHashMap<>();

    static {
        YAML_REASONS.put(
                "TAB", "une tabulation s'y trouve. En YAML, le retrait se fait avec des espaces : remplacez-la.");
        YAML_REASONS.put(
                "unknown escape",
                "une barre oblique inverse (\\) y est suivie d'un signe qui n'est pas admis. Doublez-la : \\\\.");
        YAML_REASONS.put("quoted scalar", "un guillemet est ouvert ici et n'est pas refermé.");
        YAML_REASONS.put(
                "mapping values are not allowed",
                "un deux-points n'est pas à sa place. Mettez le texte qui le contient entre guillemets, ou vérifiez le "
                        + "retrait.");
        YAML_REASONS.put("could not find expected ':'", "un deux-points manque après le nom du champ.");
        YAML_REASONS.put("flow", "un crochet [ ou une accolade { n'est pas refermé, ou une virgule manque.");
        YAML_REASONS.put("cannot start any token", "un texte qui commence par ce signe s'écrit entre guillemets.");
        YAML_REASONS.put(
                "block", "le retrait (les espaces au début de la ligne) ne correspond pas aux lignes d'avant.");
    }

    private ParseFault() {}

    static Fault of(JsonProcessingException notRead, JsonParser parser) {
        MarkedYAMLException marked = marked(notRead);
        if (marked != null) {
            return yaml(marked);
        }
        boolean yaml = parser instanceof YAMLParser;
        JsonLocation location = yaml ? parser.currentTokenLocation() : parser.currentLocation();
        return new Fault("ligne " + Math.max(1, location.getLineNr()), sentence(notRead, yaml));
    }

    private static @Nullable MarkedYAMLException marked(Throwable notRead) {
        Throwable cause = notRead;
        while (cause != null && !(cause instanceof MarkedYAMLException)) {
            cause = cause.getCause();
        }
        return (MarkedYAMLException) cause;
    }

    private static Fault yaml(MarkedYAMLException marked) {
        String said = marked.getProblem() + " " + marked.getContext();
        String reason = YAML_REASONS.entrySet().stream()
                .filter(one -> said.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("le fichier n'est pas du YAML lisible à cet endroit. Vérifiez sa mise en forme.");
        // of what is never closed, the problem is at the end of the file and the context at its beginning
        boolean open = said.contains("end of stream") || said.contains("<stream end>");
        Mark mark = open && marked.getContextMark() != null ? marked.getContextMark() : marked.getProblemMark();
        return new Fault(mark == null ? "" : "ligne " + (mark.getLine() + 1), reason);
    }

    private static String sentence(JsonProcessingException notRead, boolean yaml) {
        String said = String.valueOf(notRead.getOriginalMessage());
        if (notRead instanceof StreamConstraintsException) {
            return said.contains("nesting") || said.contains("Nesting")
                    ? "les valeurs y sont imbriquées sur plus de " + TextSource.DEEPEST + " niveaux."
                    : said.contains("Number") || said.contains("BigDecimal") || said.contains("BigInteger")
                            ? "un nombre y a trop de chiffres."
                            : "un nom ou un texte y est trop long.";
        }
        if (yaml) {
            return "un nom de champ, simple et suivi d'un deux-points, est attendu ici. Un texte qui contient { ou [ "
                    + "s'écrit entre guillemets.";
        }
        return notRead instanceof JsonEOFException
                ? "le fichier n'est pas du JSON lisible : il s'arrête avant la fin, un guillemet, un crochet ou une "
                        + "accolade n'est pas refermé."
                : "le fichier n'est pas du JSON lisible à cet endroit. Vérifiez les virgules, les guillemets et les "
                        + "accolades.";
    }
}
