package org.capaccueil.collection.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
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

    /**
     * Cut, not rounded, at 34 digits: as counts have far fewer digits, comparing the value with a target gives what
     * comparing the fraction itself would.
     */
    private static final MathContext EXACT_ENOUGH = new MathContext(34, RoundingMode.DOWN);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");
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

    /** The value in the indicator's unit, null when not measured. */
    @Nullable
    BigDecimal measured(Indicator indicator) {
        if (numerator != null && denominator != null && indicator.isShare()) {
            return numerator.multiply(HUNDRED).divide(denominator, EXACT_ENOUGH);
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
        BigDecimal base = requireCount(
                "denominator", denominator, "Indiquez le total (dénominateur) : la ligne sera alors enregistrée.");
        BigDecimal part = requireCount(
                "numerator",
                numerator,
                "Indiquez le nombre de cas favorables (numérateur) : la ligne sera alors enregistrée.");
        if (base.signum() == 0) {
            throw new BusinessRefusal(
                    "denominator",
                    "Le total ne peut pas être 0. S'il n'y a eu aucun cas sur la période, cochez « Non mesuré ».");
        }
        if (part.compareTo(base) > 0) {
            throw new BusinessRefusal(
                    "numerator",
                    "Les cas favorables ne peuvent pas dépasser le total : cela ferait plus de 100 %. "
                            + "Vérifiez que les deux nombres ne sont pas inversés.");
        }
    }

    private void requireValue(Indicator indicator) {
        if (value == null) {
            throw new BusinessRefusal("value", "Indiquez la valeur, ou cochez « Non mesuré » et dites pourquoi.");
        }
        if (value.signum() < 0) {
            throw new BusinessRefusal("value", "La valeur ne peut pas être négative.");
        }
        if (value.compareTo(LARGEST) > 0) {
            throw new BusinessRefusal("value", "Cette valeur est trop grande pour être juste. Vérifiez-la.");
        }
        if (value.scale() > 6) {
            throw new BusinessRefusal("value", "Six chiffres après la virgule suffisent.");
        }
        if (indicator.unit().equals("/10") && value.compareTo(TEN) > 0) {
            throw new BusinessRefusal("value", "Une note sur 10 va de 0 à 10.");
        }
        if (indicator.unit().equals("h") && value.compareTo(BigDecimal.valueOf(168)) > 0) {
            throw new BusinessRefusal("value", "Une semaine compte 168 heures : vérifiez la valeur.");
        }
        if (asksBase(indicator)) {
            BigDecimal base =
                    requireCount("denominator", denominator, "Indiquez sur combien de cas porte ce chiffre (base n).");
            if (base.signum() == 0) {
                throw new BusinessRefusal(
                        "denominator", "La base ne peut pas être 0. Sans aucun cas, cochez « Non mesuré ».");
            }
        }
    }

    private static BigDecimal requireCount(String field, @Nullable BigDecimal count, String whenAbsent) {
        if (count == null) {
            throw new BusinessRefusal(field, whenAbsent);
        }
        if (count.signum() < 0) {
            throw new BusinessRefusal(field, "Ce nombre ne peut pas être négatif.");
        }
        if (count.stripTrailingZeros().scale() > 0) {
            throw new BusinessRefusal(field, "Donnez un nombre entier : ce sont des cas que l'on compte.");
        }
        if (count.compareTo(LARGEST) > 0) {
            throw new BusinessRefusal(field, "Ce nombre est trop grand pour être juste. Vérifiez-le.");
        }
        return count;
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
