package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.capaccueil.indicator.Period;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives for one period.
 *
 * @param reason why a value that stands is to be revised
 */
public record GivenFigures(
        @Nullable BigDecimal part,
        @Nullable BigDecimal base,
        @Nullable String source,
        @Nullable String note,
        @Nullable String reason) {

    private static final int OLDEST_YEARS = 5;
    private static final int LONGEST_TEXT = 2000;

    public GivenFigures {
        source = text(source);
        note = text(note);
        reason = text(reason);
    }

    /** A form sends line ends of its own, and spaces nobody meant. */
    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip().replace("\r\n", "\n");
    }

    /** Refuses what cannot be true, with the field and what to do. */
    void requirePlausible(SeriesView.Edition how, Period period, LocalDate today) {
        requirePeriod(how, period, today);
        how.formula().requirePlausible(how.unit(), part, base);
        requireShort("source", source);
        requireShort("note", note);
        requireShort("reason", reason);
        if (source == null) {
            throw new BusinessRefusal("source", "Indiquez d'où vient ce chiffre.");
        }
    }

    static void requirePeriod(SeriesView.Edition how, Period period, LocalDate today) {
        if (period.frequency() != how.frequency()) {
            throw new BusinessRefusal(
                    "period",
                    "Cet indicateur a une valeur " + how.frequency().title() + " : « " + period.code()
                            + " » n'est pas une de ses périodes.");
        }
        if (period.end().isAfter(today)) {
            throw new BusinessRefusal(
                    "period",
                    "La période « " + period.inWords()
                            + " » n'est pas finie : un chiffre ne peut pas être connu d'avance.");
        }
        if (period.start().isBefore(today.minusYears(OLDEST_YEARS))) {
            throw new BusinessRefusal(
                    "period", "La période remonte à plus de " + OLDEST_YEARS + " ans : prenez des chiffres récents.");
        }
    }

    String requireReason() {
        if (reason == null) {
            throw new BusinessRefusal(
                    "reason", "Dites pourquoi la valeur est révisée : l'ancienne reste lisible avec votre raison.");
        }
        return reason;
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
