package org.capaccueil.standard.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.capaccueil.standard.exchange.Source.Fields;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;
import org.jspecify.annotations.Nullable;

/**
 * Named values of a file, read one by one. What is missing, of the wrong type or out of bounds is noted as a fault with
 * its place, and a harmless value is given back: the rest of the file is then still checked.
 */
final class Block extends NamedValues {

    private static final int LONGEST_CODE = 40;
    private static final String CODE_SIGNS = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*";

    private Block(Map<String, Source> values, String at, String owner, Faults faults) {
        super(values, at, owner, faults);
    }

    /** The whole of what a file says. */
    static Block of(Source source, Faults faults) {
        if (source instanceof Fields fields) {
            return new Block(fields.all(), fields.at(), "", faults);
        }
        faults.add(new Fault(
                source.at(), "le fichier n'a pas la forme d'un référentiel : il commence par code, version et kind."));
        return new Block(Map.of(), source.at(), "", faults);
    }

    private Block part(Source source, String name, String called) {
        if (source instanceof Fields fields) {
            return new Block(fields.all(), fields.at(), called, faults());
        }
        faults().add(source.at(), name, called, "devrait être un groupe de champs, et n'en est pas un.");
        return new Block(Map.of(), source.at(), called, faults());
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            if (!(found(name) instanceof Scalar) || isBlank(name)) {
                fault(name, "manque ou est vide.");
            }
            return "";
        }
        return text;
    }

    private boolean isBlank(String name) {
        return found(name) instanceof Scalar scalar && PlainText.isBlank(scalar.text());
    }

    @Nullable
    String optionalText(String name) {
        Source source = found(name);
        if (source == null) {
            return null;
        }
        // A version written 0.1 and a code written 6 are texts that look like numbers.
        if (!(source instanceof Scalar scalar) || scalar.type() == Type.FLAG) {
            fault(
                    name,
                    "devrait être un texte."
                            + (areByKey()
                                    ? " S'il vaut « oui » ou « true », mettez-le entre guillemets."
                                    : " Donnez à la cellule le format Texte et saisissez-le à nouveau."));
            return null;
        }
        return PlainText.isBlank(scalar.text()) ? null : sound(name, scalar);
    }

    private @Nullable String sound(String name, Scalar scalar) {
        String flaw = PlainText.flaw(scalar.text());
        if (flaw != null) {
            fault(name, scalar, flaw);
            return null;
        }
        return PlainText.tidy(scalar.text());
    }

    String code(String name) {
        String code = text(name);
        int length = PlainText.length(code);
        if (length > LONGEST_CODE) {
            fault(name, "a " + length + " caractères ; un code en a " + LONGEST_CODE + " au plus.");
        } else if (!code.isEmpty() && !code.matches(CODE_SIGNS)) {
            fault(
                    name,
                    "vaut " + PlainText.quoted(code)
                            + " ; un code se compose de lettres, de chiffres, de points, de tirets et de "
                            + "traits bas, sans espace.");
        }
        return code;
    }

    int whole(String name, int least, int most) {
        return number(name, BigDecimal.valueOf(least), BigDecimal.valueOf(most), true)
                .intValue();
    }

    int whole(String name, int least, int most, int otherwise) {
        return has(name) ? whole(name, least, most) : otherwise;
    }

    BigDecimal number(String name, BigDecimal least, BigDecimal most) {
        return number(name, least, most, false);
    }

    private BigDecimal number(String name, BigDecimal least, BigDecimal most, boolean whole) {
        Source source = needed(name);
        if (source == null) {
            return least;
        }
        Numeral number = Numeral.of(source, areByKey()).within(least, most);
        BigDecimal value = value(name, source, whole ? number.whole() : number);
        return value == null ? least : value;
    }

    /** Null when it is missing or no number, which is noted. */
    @Nullable
    BigDecimal number(String name) {
        Source source = needed(name);
        return source == null ? null : value(name, source, Numeral.of(source, areByKey()));
    }

    /** The whole numbers of a list; what is none is noted at its own place. */
    List<Integer> wholes(String name, int least, int most) {
        List<Integer> all = new ArrayList<>();
        for (Source item : items(name)) {
            Numeral number = Numeral.of(item, areByKey()).within(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
            BigDecimal value = value(name, item, number.whole());
            if (value != null) {
                all.add(value.intValue());
            }
        }
        return all;
    }

    private @Nullable BigDecimal value(String name, Source source, Numeral number) {
        if (number.complaint() == null) {
            return number.value();
        }
        fault(name, source, number.complaint());
        return null;
    }

    boolean flag(String name, boolean otherwise) {
        Source source = found(name);
        if (source == null) {
            return otherwise;
        }
        if (source instanceof Scalar scalar && scalar.type() == Type.FLAG) {
            return scalar.text().equals("true");
        }
        fault(name, areByKey() ? "devrait valoir true ou false." : "devrait valoir oui ou non.");
        return otherwise;
    }

    /** One of the words a field has to say. */
    <T> T neededWord(String name, Map<String, T> words, T otherwise) {
        if (!has(name) || isBlank(name)) {
            fault(name, "manque ; les valeurs possibles sont " + listed(name, words) + ".");
            return otherwise;
        }
        return word(name, words, otherwise);
    }

    /** One of the words a field may say. */
    <T> T word(String name, Map<String, T> words, T otherwise) {
        String word = optionalText(name);
        if (word == null) {
            return otherwise;
        }
        T meaning = words.get(word);
        if (meaning == null) {
            fault(
                    name,
                    "vaut " + PlainText.quoted(word) + " ; les valeurs possibles sont " + listed(name, words) + ".");
            return otherwise;
        }
        return meaning;
    }

    List<String> texts(String name) {
        return scalars(name).stream().map(Scalar::text).toList();
    }

    private List<Scalar> scalars(String name) {
        List<Scalar> all = new ArrayList<>();
        for (Source item : items(name)) {
            if (item instanceof Scalar scalar && scalar.type() != Type.FLAG && !PlainText.isBlank(scalar.text())) {
                String text = sound(name, scalar);
                if (text != null) {
                    all.add(new Scalar(scalar.type(), text, scalar.at()));
                }
            } else {
                fault(name, item, "contient un élément vide ou qui n'est pas un texte.");
            }
        }
        return all;
    }

    /** Each of the words a list may hold, once. */
    <T> List<T> words(String name, Map<String, T> words) {
        List<T> all = new ArrayList<>();
        for (Scalar word : scalars(name)) {
            T meaning = words.get(word.text());
            if (meaning == null) {
                fault(
                        name,
                        word,
                        "contient " + PlainText.quoted(word.text()) + ", inconnu ; les valeurs possibles sont "
                                + listed(name, words) + ".");
            } else if (all.contains(meaning)) {
                fault(name, word, "contient deux fois " + PlainText.quoted(word.text()) + ".");
            } else {
                all.add(meaning);
            }
        }
        return List.copyOf(all);
    }

    /**
     * The groups of a list.
     *
     * @param called what the first, the second one is called as long as it has no name: « critère 2 du thème ACC »
     */
    List<Block> blocks(String name, IntFunction<String> called) {
        List<Block> all = new ArrayList<>();
        for (Source item : items(name)) {
            all.add(part(item, name, called.apply(all.size() + 1)));
        }
        return all;
    }

    @Nullable
    Block block(String name) {
        Source source = found(name);
        return source == null ? null : part(source, name, owner());
    }

    /** The words as whoever fills them in knows them. */
    private String listed(String name, Map<String, ?> words) {
        // a level of the label is the only thing whose code is a word
        Map<String, String> titles = FieldNames.words(name.equals("code") ? "levels" : name);
        return words.keySet().stream()
                .map(word -> areByKey() ? word : titles.getOrDefault(word, word))
                .collect(Collectors.joining(", "));
    }
}
