package org.capaccueil.standard.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capaccueil.standard.exchange.Source.Items;
import org.capaccueil.standard.exchange.Source.Scalar;
import org.capaccueil.standard.exchange.Source.Type;
import org.jspecify.annotations.Nullable;

/** Values of a file by their names, whose faults say the place, what it is called and what it belongs to. */
abstract sealed class NamedValues permits Block {

    private final Map<String, Source> values;
    private final String at;
    private final Faults faults;
    private final Set<String> read = new HashSet<>();
    private String owner;

    NamedValues(Map<String, Source> values, String at, String owner, Faults faults) {
        this.values = values;
        this.at = at;
        this.owner = owner;
        this.faults = faults;
    }

    final Faults faults() {
        return faults;
    }

    final boolean areByKey() {
        return faults.areByKey();
    }

    final String owner() {
        return owner;
    }

    /** Names the block in later sentences, « critère ACC-1 », instead of by its position. */
    final void named(String noun, String code) {
        if (!code.isEmpty()) {
            owner = noun + " " + PlainText.shortened(code);
        }
    }

    final boolean has(String name) {
        return found(name) != null;
    }

    final @Nullable Source found(String name) {
        read.add(name);
        Source value = values.get(name);
        return value instanceof Scalar scalar && scalar.type() == Type.NOTHING ? null : value;
    }

    /** Notes a fault of this block, at the place of one of its values. */
    final void fault(String name, String sentence) {
        Source value = values.get(name);
        faults.add(value == null ? at : value.at(), name, owner, sentence);
    }

    final void fault(String name, Source place, String sentence) {
        faults.add(place.at(), name, owner, sentence);
    }

    final @Nullable Source needed(String name) {
        Source source = found(name);
        if (source == null) {
            fault(name, "manque.");
        }
        return source;
    }

    final List<Source> items(String name) {
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

    final void requireAtMost(int most, String name, String what) {
        if (found(name) instanceof Items items && items.all().size() > most) {
            fault(name, "a " + items.all().size() + " " + what + ", pour " + most + " au plus.");
        }
    }

    /** Notes what nobody asked for: a slip in a name would otherwise be a value lost without a word. */
    final void end() {
        values.forEach((name, value) -> {
            if (!read.contains(name)) {
                faults.add(new Fault(
                        value.at(),
                        "la clé " + PlainText.quoted(name) + (owner.isEmpty() ? "" : " (" + owner + ")")
                                + " est inconnue. Corrigez son nom ou retirez-la."));
            }
        });
    }
}
