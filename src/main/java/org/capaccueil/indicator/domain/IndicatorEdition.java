package org.capaccueil.indicator.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.capaccueil.indicator.Formula;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.Frequency;
import org.jspecify.annotations.Nullable;

/** How a series' values were made from some day on: it never changes, another one follows it. */
@Entity
class IndicatorEdition {

    @Id
    private UUID id;

    private UUID seriesId;
    private int edition;

    @Enumerated(EnumType.STRING)
    private Formula.Kind kind;

    private String partName;
    private String partUnit;
    private @Nullable String baseName;
    private @Nullable String baseUnit;
    private String unit;

    @Enumerated(EnumType.STRING)
    private Frequency frequency;

    private Instant since;

    protected IndicatorEdition() {}

    IndicatorEdition(UUID series, int edition, SeriesDraft draft, Instant now) {
        Quantity base = draft.formula().base();
        this.id = UUID.randomUUID();
        this.seriesId = series;
        this.edition = edition;
        this.kind = draft.formula().kind();
        this.partName = draft.formula().part().name();
        this.partUnit = draft.formula().part().unit();
        this.baseName = base == null ? null : base.name();
        this.baseUnit = base == null ? null : base.unit();
        this.unit = draft.unit();
        this.frequency = draft.frequency();
        this.since = now;
    }

    UUID series() {
        return seriesId;
    }

    boolean says(SeriesDraft draft) {
        return formula().equals(draft.formula()) && unit.equals(draft.unit()) && frequency == draft.frequency();
    }

    Formula formula() {
        return new Formula(
                kind,
                new Quantity(partName, partUnit),
                baseName == null ? null : new Quantity(baseName, baseUnit == null ? "" : baseUnit));
    }

    SeriesView.Edition view() {
        return new SeriesView.Edition(edition, formula(), unit, frequency, since);
    }
}
