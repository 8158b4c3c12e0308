package org.capaccueil.label.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.collection.MeasurementView;
import org.capaccueil.improvement.ActionPlans.Action;
import org.capaccueil.improvement.ActionPlans.ActionStatus;
import org.capaccueil.label.domain.CampaignResults;
import org.capaccueil.label.domain.CommuneScore;
import org.capaccueil.label.domain.Score;
import org.capaccueil.label.domain.ScoreSheet;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;
import org.capaccueil.standard.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A campaign at a glance.
 *
 * @param conform the points from which a score of the heat map is conform; null where its themes' scales differ
 */
record Dashboard(
        CampaignView campaign,
        int teams,
        List<Bar> phases,
        List<EvaluationView> late,
        boolean selfRated,
        List<String> themes,
        List<HeatRow> heat,
        @Nullable Integer conform,
        List<Bar> actions,
        long overdueActions,
        List<Alarm> alarms,
        @Nullable CommuneScore commune) {

    /** How many of all stand somewhere. */
    record Bar(String title, long count, long of) {}

    /** A team's line of the heat map, its total last. */
    record HeatRow(String name, String href, List<@Nullable BigDecimal> cells) {}

    /** A figure beyond its alert threshold. */
    record Alarm(
            String team,
            EvaluationId evaluation,
            String indicator,
            String channel,
            BigDecimal value,
            String unit,
            BigDecimal alert,
            String side) {}

    static Dashboard of(CampaignResults.Whole whole, boolean selfRated, LocalDate today) {
        List<TeamResult> teams = whole.teams();
        List<Theme> themes =
                teams.isEmpty() ? List.of() : teams.get(0).standard().themes();
        List<Action> actions =
                teams.stream().flatMap(team -> team.actions().stream()).toList();
        return new Dashboard(
                whole.campaign(),
                whole.evaluations().size(),
                phases(whole.evaluations()),
                whole.evaluations().stream()
                        .filter(one -> one.isOpen() && one.due().isBefore(today))
                        .toList(),
                selfRated,
                Stream.concat(themes.stream().map(Theme::titleFr), Stream.of("Ensemble"))
                        .toList(),
                teams.stream().map(team -> heat(team, themes, selfRated)).toList(),
                teams.isEmpty() ? null : conform(teams.get(0).standard()),
                Arrays.stream(ActionStatus.values())
                        .map(status -> new Bar(
                                status.title(),
                                actions.stream()
                                        .filter(action -> action.status() == status)
                                        .count(),
                                actions.size()))
                        .toList(),
                actions.stream().filter(action -> isOverdue(action, today)).count(),
                teams.stream().flatMap(team -> alarms(team).stream()).toList(),
                whole.commune().orElse(null));
    }

    static @Nullable Integer conform(Standard standard) {
        List<Integer> points = standard.themes().stream()
                .map(theme -> standard.scaleOf(theme).conformAt())
                .distinct()
                .toList();
        return points.size() == 1 ? points.get(0) : null;
    }

    private static boolean isOverdue(Action action, LocalDate today) {
        LocalDate due = action.due();
        return action.status() == ActionStatus.IN_PROGRESS && due != null && due.isBefore(today);
    }

    private static List<Bar> phases(List<EvaluationView> evaluations) {
        Map<Phase, Long> open = new EnumMap<>(Phase.class);
        evaluations.stream()
                .filter(EvaluationView::isOpen)
                .forEach(evaluation -> open.merge(evaluation.phase(), 1L, Long::sum));
        List<Bar> bars = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            bars.add(new Bar(phase.title(), open.getOrDefault(phase, 0L), evaluations.size()));
        }
        bars.add(new Bar("Close", with(evaluations, EvaluationStatus.CLOSED), evaluations.size()));
        long cancelled = with(evaluations, EvaluationStatus.CANCELLED);
        if (cancelled > 0) {
            bars.add(new Bar("Annulée", cancelled, evaluations.size()));
        }
        return bars;
    }

    private static long with(List<EvaluationView> evaluations, EvaluationStatus status) {
        return evaluations.stream()
                .filter(evaluation -> evaluation.status() == status)
                .count();
    }

    private static HeatRow heat(TeamResult team, List<Theme> themes, boolean selfRated) {
        ScoreSheet sheet = sheet(team, selfRated);
        List<@Nullable BigDecimal> cells = new ArrayList<>();
        for (Theme theme : themes) {
            cells.add(
                    sheet == null
                            ? null
                            : sheet.theme(theme.code())
                                    .map(found -> shown(found.score()))
                                    .orElse(null));
        }
        cells.add(sheet == null ? null : shown(sheet.total()));
        return new HeatRow(team.evaluation().teamName(), "/evaluations/" + team.id() + "/scores", cells);
    }

    /** The auditor's scores stand here once they are final, never a draft. */
    static @Nullable ScoreSheet sheet(TeamResult team, boolean selfRated) {
        if (selfRated) {
            return team.self();
        }
        return team.isAuditFinal() ? team.audit() : null;
    }

    static @Nullable BigDecimal shown(@Nullable Score score) {
        return score == null ? null : score.shown();
    }

    private static List<Alarm> alarms(TeamResult team) {
        return team.measurements().stream()
                .flatMap(measured -> alarm(team, measured).stream())
                .toList();
    }

    private static Optional<Alarm> alarm(TeamResult team, MeasurementView measured) {
        BigDecimal value = measured.value();
        Indicator indicator = team.standard().indicator(measured.indicator()).orElse(null);
        if (value == null
                || indicator == null
                || Verdict.of(indicator, value, measured.denominator()) != Verdict.ALERT) {
            return Optional.empty();
        }
        return Optional.of(new Alarm(
                team.evaluation().teamName(),
                team.id(),
                indicator.titleFr(),
                measured.channel().title(),
                indicator.shown(value),
                indicator.unit(),
                indicator.alert(),
                indicator.direction() == Indicator.Direction.HIGHER ? "sous" : "au-dessus de"));
    }
}
