package org.capaccueil.collection.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.indicator.Plausible;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.standard.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * What a person gives for one indicator on one channel.
 *
 * @param value given directly, for indicators that are no share
 * @param numerator of a share
 * @param denominator of a share, or the base of a value given directly
 * @param unavailable why it could not be measured; nothing else counts then
 */
public record Figures(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable String source,
        @Nullable String note,
        @Nullable String unavailable) {

    private static final int OLDEST_YEARS = 3;
    private static final int LONGEST_TEXT = 4000;

    /** Nothing measured, and why. */
    public static Figures notMeasured(@Nullable String reason, @Nullable String source, @Nullable String note) {
        if (reason == null || reason.isBlank()) {
            throw new BusinessRefusal("reason", "Dites pourquoi cet indicateur n'a pas pu être mesuré.");
        }
        return new Figures(null, null, null, null, null, source, note, reason.strip());
    }

    /** Whether a base is asked for beside a value given directly: not where a single case is enough. */
    public static boolean asksBase(Indicator indicator) {
        return indicator.isShare() || indicator.minSample() > 1;
    }

    /** Whether a line that is kept comes to the same value. */
    boolean tellsTheSame(Indicator indicator, MeasurementView kept) {
        BigDecimal own = measured(indicator);
        return own != null && kept.value() != null && own.compareTo(kept.value()) == 0;
    }

    /** The value in the indicator's unit, null when not measured. */
    @Nullable
    BigDecimal measured(Indicator indicator) {
        if (numerator != null && denominator != null && indicator.isShare()) {
            return Plausible.quotient(numerator, denominator, 100);
        }
        return value;
    }

    /**
     * Refuses what cannot be true, with the field and what to do.
     *
     * @param today no figure can be known for a day still to come
     */
    void requirePlausible(Indicator indicator, LocalDate today) {
        requireShort("source", source);
        requireShort("note", note);
        requireShort("reason", unavailable);
        if (unavailable != null) {
            return;
        }
        if (indicator.isShare()) {
            requireShare();
        } else {
            requireValue(indicator);
        }
        if (source == null || source.isBlank()) {
            throw new BusinessRefusal("source", "Indiquez d'où vient ce chiffre.");
        }
        requirePeriod(today);
    }

    private void requireShare() {
        BigDecimal base = Plausible.count(
                "denominator", denominator, "Indiquez le total (dénominateur) : la ligne sera alors enregistrée.");
        BigDecimal part = Plausible.count(
                "numerator",
                numerator,
                "Indiquez le nombre de cas favorables (numérateur) : la ligne sera alors enregistrée.");
        if (base.signum() == 0) {
            throw new BusinessRefusal(
                    "denominator",
                    "Le total ne peut pas être 0. S'il n'y a eu aucun cas sur la période, cochez « Non mesuré ».");
        }
        Plausible.partOf("numerator", part, base);
    }

    private void requireValue(Indicator indicator) {
        BigDecimal given =
                Plausible.measured("value", value, "Indiquez la valeur, ou cochez « Non mesuré » et dites pourquoi.");
        Plausible.inUnit("value", indicator.unit(), given);
        if (asksBase(indicator)) {
            BigDecimal base = Plausible.count(
                    "denominator", denominator, "Indiquez sur combien de cas porte ce chiffre (base n).");
            if (base.signum() == 0) {
                throw new BusinessRefusal(
                        "denominator", "La base ne peut pas être 0. Sans aucun cas, cochez « Non mesuré ».");
            }
        }
    }

    private void requirePeriod(LocalDate today) {
        if (periodStart == null) {
            throw new BusinessRefusal("periodStart", "Indiquez le premier jour de la période mesurée.");
        }
        if (periodEnd == null) {
            throw new BusinessRefusal("periodEnd", "Indiquez le dernier jour de la période mesurée.");
        }
        if (periodEnd.isBefore(periodStart)) {
            throw new BusinessRefusal(
                    "periodEnd", "La période se termine avant d'avoir commencé. Vérifiez les deux dates.");
        }
        if (periodEnd.isAfter(today)) {
            throw new BusinessRefusal(
                    "periodEnd", "La période va au-delà d'aujourd'hui : un chiffre ne peut pas être connu d'avance.");
        }
        if (periodStart.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw new BusinessRefusal(
                    "periodStart",
                    "La période remonte à plus de " + OLDEST_YEARS + " ans : prenez des chiffres récents.");
        }
    }

    private static void requireShort(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new BusinessRefusal(
                    field,
                    "Ce texte dépasse " + LONGEST_TEXT + " caractères (il en a " + text.length()
                            + "). Raccourcissez-le.");
        }
    }
}
