package org.capaccueil.indicator.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.indicator.Formula;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Indicator.Direction;
import org.jspecify.annotations.Nullable;

/** A series of the phone for tests without a database. */
final class SomeSeries {

    static final UUID ID = UUID.randomUUID();

    private SomeSeries() {}

    static SeriesView of(Kind kind, Gathering gathering) {
        return of(kind, gathering, false, Instant.EPOCH, null);
    }

    static SeriesView of(
            Kind kind, Gathering gathering, boolean shipped, Instant defined, @Nullable Instant takenUpAt) {
        Formula formula = new Formula(kind, new Quantity("a", "cas"), kind.hasBase() ? new Quantity("b", "cas") : null);
        String unit = kind == Kind.SHARE ? "%" : kind == Kind.TEN_POINTS ? "/10" : "h";
        return new SeriesView(
                ID,
                0,
                new Indicator(
                        "TEL-X",
                        "Appels",
                        formula.inWords(),
                        unit,
                        Direction.HIGHER,
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        Set.of(Channel.PHONE),
                        "Relevé",
                        1,
                        ""),
                List.of(new SeriesView.Edition(1, formula, unit, Frequency.MONTH, defined)),
                gathering,
                new Owner(null, Role.TEAM_LEAD),
                shipped,
                null,
                null,
                takenUpAt);
    }
}
