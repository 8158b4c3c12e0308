package org.capaccueil.indicator;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.capaccueil.shared.BusinessRefusal;
import org.jspecify.annotations.Nullable;

/**
 * How a value is made of named quantities: one of five forms, and no language to write others in.
 *
 * @param base null where the value is a quantity by itself
 */
public record Formula(Kind kind, Quantity part, @Nullable Quantity base) {

    /** The forms, with how a page says them. */
    public enum Kind {
        SHARE("Part", "a / b × 100"),
        MEAN("Moyenne", "somme / nombre"),
        TEN_POINTS("Note sur 10", "points obtenus / points possibles × 10"),
        RATIO("Rapport", "a / b"),
        COUNT("Nombre", "a");

        private final String title;
        private final String form;

        Kind(String title, String form) {
            this.title = title;
            this.form = form;
        }

        public String title() {
            return title;
        }

        public String form() {
            return form;
        }

        public boolean hasBase() {
            return this != COUNT;
        }

        /** Whether the base says how many cases there were: points that could be had do not say in how many visits. */
        public boolean countsCases() {
            return hasBase() && this != TEN_POINTS;
        }
    }

    /** Something that is counted or measured; two formulas that name it alike mean the same. */
    public record Quantity(String name, String unit) {

        /** « appels-decroches-par-un-agent »: for recipes and programs. */
        public String key() {
            return keyOf(name);
        }

        public static String keyOf(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
        }
    }

    public Formula {
        if (kind.hasBase() != (base != null)) {
            throw new IllegalArgumentException(kind + " with base " + base);
        }
    }

    public List<Quantity> quantities() {
        return Stream.of(part, base).filter(Objects::nonNull).toList();
    }

    /** The value in the series' unit, cut at 34 digits and never rounded; null where there was no case to make it of. */
    public @Nullable BigDecimal value(BigDecimal a, @Nullable BigDecimal b) {
        if (b != null && b.signum() == 0) {
            return null;
        }
        return switch (kind) {
            case COUNT -> a;
            case SHARE -> Plausible.quotient(a, Objects.requireNonNull(b), 100);
            case TEN_POINTS -> Plausible.quotient(a, Objects.requireNonNull(b), 10);
            case MEAN, RATIO -> Plausible.quotient(a, Objects.requireNonNull(b), 1);
        };
    }

    /**
     * Refuses quantities that cannot be true, with the field and what to do.
     *
     * @param unit of the value
     */
    public void requirePlausible(String unit, @Nullable BigDecimal a, @Nullable BigDecimal b) {
        requireEach(a, b);
        requireTogether(unit, Objects.requireNonNull(a), b);
    }

    /** Refuses a quantity that cannot be true by itself: all there is to say of one that is still to be added up. */
    public void requireEach(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        String partAbsent = "Indiquez : " + part.name() + ".";
        if (base == null) {
            if (b != null) {
                throw new BusinessRefusal("base", "Cet indicateur n'a pas de total : laissez-le vide.");
            }
            Plausible.measured("part", a, partAbsent);
            return;
        }
        String baseAbsent = "Indiquez : " + base.name() + ".";
        if (kind == Kind.SHARE || kind == Kind.MEAN) {
            Plausible.count("base", b, baseAbsent);
        } else {
            Plausible.measured("base", b, baseAbsent);
        }
        if (kind == Kind.SHARE) {
            Plausible.count("part", a, partAbsent);
        } else {
            Plausible.measured("part", a, partAbsent);
        }
    }

    private void requireTogether(String unit, BigDecimal over, @Nullable BigDecimal under) {
        if (under == null) {
            Plausible.inUnit("part", unit, over);
            return;
        }
        if (under.signum() == 0) {
            if (over.signum() != 0) {
                throw new BusinessRefusal(
                        "base",
                        "Le total ne peut pas être 0 quand l'autre quantité ne l'est pas. Sans aucun cas, les deux sont 0.");
            }
            return;
        }
        if (kind == Kind.SHARE) {
            Plausible.partOf("part", over, under);
        }
        Plausible.inUnit("part", unit, Objects.requireNonNull(value(over, under)));
    }

    /** « appels décrochés / appels × 100 ». */
    public String inWords() {
        String times = kind == Kind.SHARE ? " × 100" : kind == Kind.TEN_POINTS ? " × 10" : "";
        return base == null ? part.name() : part.name() + " / " + base.name() + times;
    }
}
