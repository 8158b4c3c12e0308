package org.capaccueil.collection.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.indicator.Plausible;
import org.capaccueil.standard.Indicator;
import org.jspecify.annotations.Nullable;

/** What may be true but is worth a second look. It warns and never refuses: the team knows better. */
final class Surprise {

    private Surprise() {}

    static List<String> in(
            Indicator indicator,
            MeasurementView measured,
            @Nullable BigDecimal lastValue,
            LocalDate campaignStart,
            LocalDate campaignEnd) {
        List<String> warnings = new ArrayList<>();
        if (measured.value() != null
                && lastValue != null
                && Plausible.isFarApart(indicator.isShare(), measured.value(), lastValue)) {
            warnings.add("Ce chiffre est très loin de celui de l'évaluation précédente. "
                    + "Vérifiez-le ; s'il est juste, dites pourquoi dans la note.");
        }
        if (measured.periodStart() != null
                && measured.periodEnd() != null
                && (measured.periodEnd().isBefore(campaignStart)
                        || measured.periodStart().isAfter(campaignEnd))) {
            warnings.add("La période mesurée est en dehors de celle de la campagne. Vérifiez les dates ; "
                    + "si c'est voulu, dites pourquoi dans la note.");
        }
        return warnings;
    }
}
