package org.capaccueil.indicator.web;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Formula;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.domain.Gathering;
import org.capaccueil.indicator.domain.Owner;
import org.capaccueil.indicator.domain.SeriesDraft;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.TypedNumber;
import org.capaccueil.standard.Indicator.Direction;
import org.jspecify.annotations.Nullable;

/** A definition as it is typed. */
record SeriesForm(
        @Nullable String code,
        @Nullable String title,
        @Nullable Kind kind,
        @Nullable String partName,
        @Nullable String partUnit,
        @Nullable String baseName,
        @Nullable String baseUnit,
        @Nullable String unit,
        @Nullable Direction direction,
        @Nullable String target,
        @Nullable String alert,
        @Nullable Frequency frequency,
        @Nullable Gathering gathering,
        @Nullable Set<Channel> channels,
        @Nullable String minBase,
        @Nullable String source,
        @Nullable String provenance,
        @Nullable String owner) {

    static SeriesForm empty() {
        return new SeriesForm(
                "",
                "",
                Kind.SHARE,
                "",
                "cas",
                "",
                "cas",
                "%",
                Direction.HIGHER,
                "",
                "",
                Frequency.MONTH,
                Gathering.SUM,
                EnumSet.noneOf(Channel.class),
                "30",
                "",
                "choix local",
                "");
    }

    static SeriesForm of(SeriesDraft draft) {
        Quantity base = draft.formula().base();
        return new SeriesForm(
                draft.code(),
                draft.title(),
                draft.formula().kind(),
                draft.formula().part().name(),
                draft.formula().part().unit(),
                base == null ? "" : base.name(),
                base == null ? "" : base.unit(),
                draft.unit(),
                draft.direction(),
                TypedNumber.written(draft.target()),
                TypedNumber.written(draft.alert()),
                draft.frequency(),
                draft.gathering(),
                draft.channels(),
                String.valueOf(draft.minBase()),
                draft.source(),
                draft.provenance(),
                draft.owner().word());
    }

    SeriesDraft draft() {
        Kind chosen = required("kind", kind, "Choisissez la forme du calcul.");
        return new SeriesDraft(
                text(code),
                text(title),
                new Formula(
                        chosen,
                        new Quantity(text(partName), text(partUnit)),
                        chosen.hasBase() ? new Quantity(text(baseName), text(baseUnit)) : null),
                text(unit),
                required("direction", direction, "Choisissez le sens : plus est mieux, ou moins."),
                TypedNumber.of("target", target),
                TypedNumber.of("alert", alert),
                required("frequency", frequency, "Choisissez la fréquence."),
                required("gathering", gathering, "Choisissez ce que disent plusieurs périodes."),
                // a choice that cannot be read arrives as null; the binding has noted the fault
                channels == null
                        ? Set.of()
                        : channels.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet()),
                cases(),
                text(source),
                text(provenance),
                Owner.of(owner));
    }

    private int cases() {
        BigDecimal number = TypedNumber.of("minBase", minBase);
        if (number == null
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw new BusinessRefusal("minBase", "La base minimale est un nombre entier de cas.");
        }
        return number.intValue();
    }

    private static <T> T required(String field, @Nullable T chosen, String sentence) {
        if (chosen == null) {
            throw new BusinessRefusal(field, sentence);
        }
        return chosen;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
