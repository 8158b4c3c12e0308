package org.capaccueil.standard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a figure says against its target and alert, in words. */
public enum Verdict {
    TARGET_MET("Cible atteinte", "ok", "check-circle"),
    BETWEEN("Entre cible et alerte", "warn", "half"),
    ALERT("Alerte", "danger", "alert"),
    /** Too few cases to judge: the figure is shown, not judged. */
    BASE_TOO_SMALL("Base insuffisante", "info", "info"),
    /** A base is asked for, and nobody says how many cases there were. */
    BASE_UNKNOWN("Base inconnue", "info", "info"),
    /** Of another unit than the target. */
    OTHER_UNIT("Autre unité", "neutral", "none"),
    /** Counted, and there was nothing to count. */
    NO_CASES("Aucun cas", "neutral", "none"),
    NOT_MEASURED("Non mesuré", "neutral", "none"),
    TO_FILL("À renseigner", "neutral", "circle");

    private final String title;
    private final String tone;
    private final String icon;

    Verdict(String title, String tone, String icon) {
        this.title = title;
        this.tone = tone;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    /** How strongly a page says it. */
    public String tone() {
        return tone;
    }

    /** The picture beside the word. */
    public String icon() {
        return icon;
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
