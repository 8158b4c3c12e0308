package org.capaccueil.label.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.report.LabelReport.IndicatorStatus;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Verdict;

/** The report's section of indicators: each on each channel the team has, measured or not. */
final class IndicatorSection {

    private IndicatorSection() {}

    static List<LabelReport.Indicator> of(TeamResult result) {
        List<LabelReport.Indicator> all = new ArrayList<>();
        for (Indicator indicator : result.standard().indicators()) {
            for (Channel channel : Channel.values()) {
                if (indicator.channels().contains(channel)
                        && result.evaluation().channels().contains(channel)) {
                    all.add(indicator(indicator, channel, result.measurements()));
                }
            }
        }
        return all;
    }

    private static LabelReport.Indicator indicator(
            Indicator indicator, Channel channel, Collection<MeasurementView> measurements) {
        Optional<MeasurementView> found = measurements.stream()
                .filter(one -> one.indicator().equals(indicator.code()) && one.channel() == channel)
                .findFirst();
        BigDecimal value = found.map(MeasurementView::value).orElse(null);
        BigDecimal denominator = found.map(MeasurementView::denominator).orElse(null);
        return new LabelReport.Indicator(
                indicator.code(),
                indicator.titleFr(),
                channel,
                indicator.formula(),
                found.map(MeasurementView::numerator).orElse(null),
                denominator,
                value == null ? null : indicator.shown(value),
                indicator.unit(),
                denominator == null ? null : denominator.intValue(),
                indicator.minSample(),
                found.map(MeasurementView::periodStart).orElse(null),
                found.map(MeasurementView::periodEnd).orElse(null),
                found.map(one -> one.unavailable() != null ? "Non mesuré : " + one.unavailable() : one.source())
                        .orElse(null),
                indicator.target(),
                indicator.alert(),
                indicator.direction() == Indicator.Direction.HIGHER,
                IndicatorStatus.of(value == null ? Verdict.NOT_MEASURED : Verdict.of(indicator, value, denominator)));
    }
}
