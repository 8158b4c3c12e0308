package org.capaccueil.standard.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.standard.exchange.Source.Fields;
import org.capaccueil.standard.exchange.Source.Items;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;
import org.jspecify.annotations.Nullable;

/**
 * Named values of a file, read one by one. What is missing, of the wrong type or out of bounds is noted as a fault with
 * its place, and a harmless value is given back: the rest of the file is then still checked.
 */
final class Block {

    static final int LONGEST_TEXT = 2000;
    static final int LONGEST_CODE = 40;

    /** Digits before and after the decimal point; more is a slip, and some slips are gigabytes when written out. */
    private static final int MOST_DIGITS = 9;

    private static final String CODE_SIGNS = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*";

    private final Map<String, Source> values;
    private final String at;
    private final Faults faults;
    private final Set<String> read = new HashSet<>();
    private String owner;

    private Block(Map<String, Source> values, String at, String owner, Faults faults) {
        this.values = values;
        this.at = at;
        this.owner = owner;
        this.faults = faults;
    }

    static Block of(Source source, String owner, Faults faults) {
        if (source instanceof Fields fields) {
            return new Block(fields.all(), fields.at(), owner, faults);
        }
        faults.add(new Fault(
                source.at(),
                owner.isEmpty()
                        ? "le fichier n'a pas la forme d'un référentiel : il commence par code, version et kind."
                        : "« " + owner + " » devrait être un groupe de champs, et n'en est pas un."));
        return new Block(Map.of(), source.at(), owner, faults);
    }

    /** Names the block in later sentences: « critère ACC-1 ». */
    Block named(String name) {
        owner = name;
        return this;
    }

    String at() {
        return at;
    }

    boolean has(String name) {
        return found(name) != null;
    }

    private @Nullable Source found(String name) {
        read.add(name);
        Source value = values.get(name);
        return value instanceof Scalar scalar && scalar.type() == Type.NOTHING ? null : value;
    }

    /** Notes a fault of this block, at the place of one of its values. */
    void fault(String name, String sentence) {
        Source value = values.get(name);
        faults.add(value == null ? at : value.at(), name, owner, sentence);
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
        return found(name) instanceof Scalar scalar && scalar.text().isBlank();
    }

    @Nullable
    String optionalText(String name) {
        Source source = found(name);
        if (source == null) {
            return null;
        }
        // A version written 0.1 and a code written 6 are texts that look like numbers.
        if (!(source instanceof Scalar scalar) || scalar.type() == Type.FLAG) {
            fault(name, "devrait être un texte. S'il vaut « oui » ou « true », mettez-le entre guillemets.");
            return null;
        }
        if (scalar.text().isBlank()) {
            return null;
        }
        return sound(name, scalar.text()) ? scalar.text().strip() : null;
    }

    private boolean sound(String name, String text) {
        if (text.length() > LONGEST_TEXT) {
            fault(name, "a " + text.length() + " caractères ; il en a " + LONGEST_TEXT + " au plus.");
            return false;
        }
        if (!text.codePoints().allMatch(Block::isText)) {
            fault(
                    name,
                    "contient un caractère invisible qui ne peut pas être enregistré. Saisissez ce texte à nouveau.");
            return false;
        }
        return true;
    }

    /** Signs every format can carry: no controls, no halves of signs, nothing that is no character. */
    private static boolean isText(int sign) {
        return sign == '\n'
                || sign == '\t'
                || !(Character.isISOControl(sign)
                        || Character.getType(sign) == Character.SURROGATE
                        || (sign & 0xFFFE) == 0xFFFE
                        || sign == 0xFEFF);
    }

    String code(String name) {
        String code = text(name);
        if (code.length() > LONGEST_CODE) {
            fault(name, "a " + code.length() + " caractères ; un code en a " + LONGEST_CODE + " au plus.");
        } else if (!code.isEmpty() && !code.matches(CODE_SIGNS)) {
            fault(
                    name,
                    "vaut « " + code + " » ; un code se compose de lettres, de chiffres, de points, de tirets et de "
                            + "traits bas, sans espace.");
        }
        return code;
    }

    int whole(String name, int least, int most) {
        BigDecimal number = number(name, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        if (number.stripTrailingZeros().scale() > 0) {
            fault(name, "vaut " + number.toPlainString() + " ; il faut un nombre entier.");
            return least;
        }
        return number.intValue();
    }

    int whole(String name, int least, int most, int otherwise) {
        return has(name) ? whole(name, least, most) : otherwise;
    }

    BigDecimal number(String name, BigDecimal least, BigDecimal most) {
        BigDecimal number = number(name);
        if (number == null) {
            return least;
        }
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            fault(
                    name,
                    "vaut " + number.toPlainString() + " ; il doit être compris entre " + least.toPlainString() + " et "
                            + most.toPlainString() + ".");
            return least;
        }
        return number;
    }

    /** Null when it is missing or no number, which is noted. Written the one way: 60.0 and 60 are the same number. */
    @Nullable
    BigDecimal number(String name) {
        Source source = found(name);
        if (source == null) {
            fault(name, "manque.");
            return null;
        }
        if (!(source instanceof Scalar scalar) || scalar.type() != Type.NUMBER) {
            fault(
                    name,
                    faults.areByKey() ? "devrait être un nombre, écrit sans guillemets." : "devrait être un nombre.");
            return null;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(scalar.text().replace("_", ""));
        } catch (NumberFormatException notDecimal) {
            fault(name, "vaut « " + scalar.text() + " », qui n'est pas un nombre décimal.");
            return null;
        }
        if (number.precision() > 2 * MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            fault(name, "a trop de chiffres ; vérifiez ce nombre.");
            return null;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    boolean flag(String name, boolean otherwise) {
        Source source = found(name);
        if (source == null) {
            return otherwise;
        }
        if (source instanceof Scalar scalar && scalar.type() == Type.FLAG) {
            return scalar.text().equalsIgnoreCase("true");
        }
        fault(name, "devrait valoir true ou false.");
        return otherwise;
    }

    /** One of the words a field may say. */
    <T> T word(String name, Map<String, T> words, T otherwise) {
        String word = optionalText(name);
        if (word == null) {
            return otherwise;
        }
        T meaning = words.get(word);
        if (meaning == null) {
            fault(name, "vaut « " + word + " » ; les valeurs possibles sont " + listed(words.keySet()) + ".");
            return otherwise;
        }
        return meaning;
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (Source item : items(name)) {
            if (item instanceof Scalar scalar
                    && scalar.type() != Type.FLAG
                    && !scalar.text().isBlank()) {
                if (sound(name, scalar.text())) {
                    all.add(scalar.text().strip());
                }
            } else {
                faults.add(item.at(), name, owner, "contient un élément vide ou qui n'est pas un texte.");
            }
        }
        return List.copyOf(all);
    }

    /** Each of the words a list may hold, once. */
    <T> List<T> words(String name, Map<String, T> words) {
        List<T> all = new ArrayList<>();
        for (String word : texts(name)) {
            T meaning = words.get(word);
            if (meaning == null) {
                fault(
                        name,
                        "contient « " + word + " », inconnu ; les valeurs possibles sont " + listed(words.keySet())
                                + ".");
            } else if (all.contains(meaning)) {
                fault(name, "contient deux fois « " + word + " ».");
            } else {
                all.add(meaning);
            }
        }
        return List.copyOf(all);
    }

    List<Source> items(String name) {
        Source source = found(name);
        if (source == null) {
            return List.of();
        }
        if (source instanceof Items items) {
            return items.all();
        }
        fault(name, "devrait être une liste.");
        return List.of();
    }

    List<Block> blocks(String name) {
        List<Block> all = new ArrayList<>();
        List<Source> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            all.add(of(items.get(i), name + "[" + (i + 1) + "]", faults));
        }
        return all;
    }

    @Nullable
    Block block(String name) {
        Source source = found(name);
        return source == null ? null : of(source, name, faults);
    }

    /** Notes what nobody asked for: a slip in a name would otherwise be a value lost without a word. */
    void end() {
        values.forEach((name, value) -> {
            if (!read.contains(name)) {
                faults.add(new Fault(
                        value.at(),
                        "la clé « " + name + " »" + (owner.isEmpty() ? "" : " (" + owner + ")")
                                + " est inconnue. Corrigez son nom ou retirez-la."));
            }
        });
    }

    private static String listed(Set<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }
}
