package org.capaccueil.indicator.web;

import java.util.Objects;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.domain.GivenFigures;
import org.capaccueil.indicator.domain.SeriesReading.Reading;
import org.capaccueil.indicator.domain.SeriesView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.TypedNumber;
import org.jspecify.annotations.Nullable;

/** The value of a period as it is typed. */
record ValueForm(
        @Nullable String period,
        @Nullable Integer seen,
        @Nullable String part,
        @Nullable String base,
        @Nullable String source,
        @Nullable String note,
        @Nullable String reason) {

    static ValueForm of(SeriesView series, Period period, @Nullable Reading standing) {
        if (standing == null) {
            return new ValueForm(period.code(), 0, "", "", series.indicator().sourceFr(), "", "");
        }
        return new ValueForm(
                period.code(),
                standing.given().revision(),
                TypedNumber.written(standing.given().part()),
                TypedNumber.written(standing.given().base()),
                standing.given().source(),
                Objects.requireNonNullElse(standing.given().note(), ""),
                "");
    }

    Period asked() {
        return Period.parse(Objects.requireNonNullElse(period, ""))
                .orElseThrow(() -> new BusinessRefusal("period", "Choisissez la période."));
    }

    int revision() {
        return seen == null ? 0 : seen;
    }

    GivenFigures figures() {
        return new GivenFigures(TypedNumber.of("part", part), TypedNumber.of("base", base), source, note, reason);
    }
}
