package org.capaccueil.collection.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capaccueil.campaign.CampaignFrame;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.indicator.Indicators.Asked;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of a team's sheet: what is kept of each, what the commune knows and what it was last time. */
@Component
class SheetLines {

    private final MeasurementRows rows;
    private final Evaluations evaluations;
    private final Standards standards;
    private final Organisation organisation;
    private final KnownFigures known;
    private final Clock clock;

    SheetLines(
            MeasurementRows rows,
            Evaluations evaluations,
            Standards standards,
            Organisation organisation,
            KnownFigures known,
            Clock clock) {
        this.rows = rows;
        this.evaluations = evaluations;
        this.standards = standards;
        this.organisation = organisation;
        this.known = known;
        this.clock = clock;
    }

    /** The lines, with the figures behind what is known of them. */
    record Sheet(List<MeasureRow> rows, Map<Asked, Figures> known) {

        /** What is taken over where the team says nothing; only asked of a line that is ready. */
        Figures known(MeasureRow line) {
            return Objects.requireNonNull(known.get(KnownFigures.asked(line.indicator(), line.channel())));
        }
    }

    /** @param open whether figures may still be entered: afterwards what the commune knows changes nothing */
    Sheet of(EvaluationView evaluation, CampaignFrame campaign, boolean open) {
        Standard standard = standards.content(evaluation.standard());
        List<Measurement> kept = rows.findByEvaluationId(evaluation.id().value());
        List<Measurement> last = previous(evaluation)
                .map(before -> rows.findByEvaluationId(before.id().value()))
                .orElse(List.of());
        Map<PersonId, PersonView> people = organisation.people(kept.stream()
                .map(Measurement::measuredBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Asked, Figures> found = open
                ? known.of(evaluation, standard.indicatorsFor(evaluation.channels()), campaign, PublicTime.today(clock))
                : Map.of();
        List<MeasureRow> lines = new ArrayList<>();
        for (Indicator indicator : standard.indicatorsFor(evaluation.channels())) {
            for (Channel channel : Channel.values()) {
                if (!indicator.channels().contains(channel)
                        || !evaluation.channels().contains(channel)) {
                    continue;
                }
                Optional<Measurement> row = kept.stream()
                        .filter(one -> one.isFor(indicator, channel))
                        .findFirst();
                BigDecimal lastValue = last.stream()
                        .filter(one -> one.isFor(indicator, channel))
                        .findFirst()
                        .map(one -> one.view().value())
                        .orElse(null);
                lines.add(line(
                        indicator,
                        channel,
                        row.orElse(null),
                        found.get(KnownFigures.asked(indicator, channel)),
                        lastValue,
                        campaign,
                        people));
            }
        }
        return new Sheet(lines, found);
    }

    private static MeasureRow line(
            Indicator indicator,
            Channel channel,
            @Nullable Measurement row,
            @Nullable Figures found,
            @Nullable BigDecimal lastValue,
            CampaignFrame campaign,
            Map<PersonId, PersonView> people) {
        MeasureRow.Known known = found == null ? null : MeasureRow.Known.of(indicator, found);
        if (row == null || !row.isFilled()) {
            return new MeasureRow(
                    indicator,
                    channel,
                    row == null ? 0 : row.version(),
                    null,
                    known,
                    false,
                    Verdict.TO_FILL,
                    lastValue,
                    List.of(),
                    null,
                    null);
        }
        MeasurementView view = row.view();
        PersonView by = people.get(row.measuredBy());
        return new MeasureRow(
                indicator,
                channel,
                row.version(),
                view,
                found == null || found.tellsTheSame(indicator, view) ? null : known,
                row.isTakenOver(),
                view.value() == null ? Verdict.NOT_MEASURED : Verdict.of(indicator, view.value(), view.denominator()),
                lastValue,
                Surprise.in(indicator, view, lastValue, campaign.periodStart(), campaign.periodEnd()),
                by == null ? null : by.name(),
                row.measuredAt());
    }

    private Optional<EvaluationView> previous(EvaluationView evaluation) {
        Instant opened = evaluation.openedAt();
        return evaluations.ofTeam(evaluation.team()).stream()
                .filter(other -> other.openedAt().isBefore(opened))
                .max(Comparator.comparing(EvaluationView::openedAt));
    }
}
