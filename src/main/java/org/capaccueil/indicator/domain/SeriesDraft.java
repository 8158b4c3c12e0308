package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.capaccueil.indicator.Formula;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Indicator.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A series as a quality manager words it.
 *
 * @param gathering what the values of several periods say together; one without a base is always a state
 */
public record SeriesDraft(
        String code,
        String title,
        Formula formula,
        String unit,
        Direction direction,
        @Nullable BigDecimal target,
        @Nullable BigDecimal alert,
        Frequency frequency,
        Gathering gathering,
        Set<Channel> channels,
        int minBase,
        String source,
        String provenance,
        Owner owner) {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,29}");
    private static final int LONGEST = 300;

    void requireComplete() {
        if (!CODE.matcher(code).matches()) {
            throw new BusinessRefusal(
                    "code", "Donnez un code de 2 à 30 majuscules, chiffres ou tirets, par exemple TEL-ATTENTE.");
        }
        requireText("title", title, "Donnez un titre.");
        requireText("partName", formula.part().name(), "Nommez la quantité : ce qui est compté ou mesuré.");
        requireKey("partName", formula.part());
        if (formula.base() != null) {
            requireText("baseName", formula.base().name(), "Nommez le total sur lequel la valeur porte.");
            requireKey("baseName", formula.base());
            if (formula.base().key().equals(formula.part().key())) {
                throw new BusinessRefusal("baseName", "Les deux quantités portent le même nom : distinguez-les.");
            }
        }
        requireText("unit", unit, "Donnez l'unité : %, min, /10…");
        if (unit.equals("%") != (formula.kind() == Formula.Kind.SHARE)) {
            throw new BusinessRefusal("unit", "Une part se donne en %, et rien d'autre ne se donne en %.");
        }
        if (formula.kind() == Formula.Kind.TEN_POINTS && !unit.equals("/10")) {
            throw new BusinessRefusal("unit", "Une note sur 10 a pour unité « /10 ».");
        }
        requireThresholds();
        if (channels.isEmpty()) {
            throw new BusinessRefusal("channels", "Choisissez au moins un canal.");
        }
        if (minBase < 1 || minBase > 1_000_000) {
            throw new BusinessRefusal("minBase", "La base minimale est un nombre de cas, 1 ou plus.");
        }
        requireText("source", source, "Dites d'où viennent les chiffres.");
    }

    private void requireThresholds() {
        if (target == null) {
            throw new BusinessRefusal("target", "Donnez la cible.");
        }
        if (alert == null) {
            throw new BusinessRefusal("alert", "Donnez le seuil d'alerte.");
        }
        boolean crossed = direction == Direction.HIGHER ? alert.compareTo(target) > 0 : alert.compareTo(target) < 0;
        if (crossed) {
            throw new BusinessRefusal(
                    "alert",
                    direction == Direction.HIGHER
                            ? "Quand plus est mieux, l'alerte est au plus à la cible."
                            : "Quand moins est mieux, l'alerte est au moins à la cible.");
        }
    }

    private static void requireText(String field, String text, String whenAbsent) {
        if (text.isBlank()) {
            throw new BusinessRefusal(field, whenAbsent);
        }
        if (text.length() > LONGEST) {
            throw new BusinessRefusal(field, "Ce texte dépasse " + LONGEST + " caractères. Raccourcissez-le.");
        }
    }

    /** Columns of files are tied to a quantity by what its name is without signs. */
    private static void requireKey(String field, Formula.Quantity quantity) {
        if (quantity.key().isEmpty()) {
            throw new BusinessRefusal(field, "Ce nom n'a ni lettre ni chiffre. Donnez-en un qui se lise.");
        }
    }
}
