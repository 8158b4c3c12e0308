package org.capaccueil.indicator.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a column of a file says.
 *
 * @param of the key of the quantity, or the kind of event whose moment it holds; empty for everything else
 */
public record Target(What what, String of) {

    /** Everything a column can say. */
    public enum What {
        TEAM("Équipe (code ou nom)"),
        CHANNEL("Canal"),
        PERIOD("Période ou jour"),
        INDICATOR("Code de l'indicateur"),
        PART("Quantité de l'indicateur nommé sur la ligne"),
        BASE("Total de l'indicateur nommé sur la ligne"),
        SOURCE("Source"),
        NOTE("Note"),
        QUANTITY("Quantité"),
        ID("Identifiant de l'événement"),
        CONTACT("Identifiant du contact (ticket, appel, message)"),
        EVENT("Nature de l'événement"),
        AT("Moment de l'événement"),
        MOMENT("Moment");

        private final String title;

        What(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static Target of(What what) {
        return new Target(what, "");
    }

    static Target quantity(String key) {
        return new Target(What.QUANTITY, key);
    }

    static Target moment(EventKind kind) {
        return new Target(What.MOMENT, kind.name());
    }

    /** Reads what {@link #word} wrote; nothing where it is no target. */
    public static Optional<Target> parse(String word) {
        String[] parts = word.split(":", 2);
        return Arrays.stream(What.values())
                .filter(what -> what.name().equals(parts[0]))
                .findFirst()
                .map(what -> new Target(what, parts.length == 2 ? parts[1] : ""));
    }

    public String word() {
        return of.isEmpty() ? what.name() : what.name() + ":" + of;
    }
}
