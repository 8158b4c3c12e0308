package org.capaccueil.collection;

import java.math.BigDecimal;
import org.capaccueil.standard.Indicator;
import org.jspecify.annotations.Nullable;

/** What a figure says against its target and alert, in words. */
public enum Verdict {
    TARGET_MET("Cible atteinte"),
    BETWEEN("Entre cible et alerte"),
    ALERT("Alerte"),
    /** Too few cases to judge: the figure is shown, not judged. */
    BASE_TOO_SMALL("Base insuffisante"),
    NOT_MEASURED("Non mesuré"),
    TO_FILL("À renseigner");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /**
     * Judges a measured value.
     *
     * @param base the number of cases, null where the indicator has none
     */
    public static Verdict of(Indicator indicator, BigDecimal value, @Nullable BigDecimal base) {
        if (base != null && base.compareTo(BigDecimal.valueOf(indicator.minSample())) < 0) {
            return BASE_TOO_SMALL;
        }
        if (indicator.meetsTarget(value)) {
            return TARGET_MET;
        }
        return indicator.isAlarming(value) ? ALERT : BETWEEN;
    }
}
