package org.capaccueil.campaign.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.shared.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A waypoint on the stepper.
 *
 * @param waitingFor who or what is awaited, null when nobody is
 */
record RouteStep(String title, State state, LocalDate dueDate, @Nullable String waitingFor) {

    enum State {
        DONE,
        CURRENT,
        LATE,
        AHEAD
    }

    static RouteStep ahead(String title, LocalDate day) {
        return new RouteStep(title, State.AHEAD, day, null);
    }

    /** The five phases of one team's evaluation. */
    static List<RouteStep> of(EvaluationView evaluation, LocalDate today, @Nullable String waitingFor) {
        return Arrays.stream(Phase.values())
                .map(phase -> {
                    LocalDate due = evaluation.deadlines().of(phase);
                    State state = stateOf(evaluation, phase, due, today);
                    boolean now = state == State.CURRENT || state == State.LATE;
                    return new RouteStep(phase.title(), state, due, now ? waitingFor : null);
                })
                .toList();
    }

    private static State stateOf(EvaluationView evaluation, Phase phase, LocalDate due, LocalDate today) {
        if (evaluation.status() == EvaluationStatus.CLOSED || phase.compareTo(evaluation.phase()) < 0) {
            return State.DONE;
        }
        if (!evaluation.isOpen() || phase != evaluation.phase()) {
            return State.AHEAD;
        }
        return due.isBefore(today) ? State.LATE : State.CURRENT;
    }

    /** The five phases over all teams of a campaign: a phase is done when no team is in it or before it. */
    static List<RouteStep> of(CampaignView campaign, List<EvaluationView> evaluations, LocalDate today) {
        List<EvaluationView> open =
                evaluations.stream().filter(EvaluationView::isOpen).toList();
        boolean started = campaign.status() != CampaignStatus.DRAFT && campaign.status() != CampaignStatus.CANCELLED;
        return Arrays.stream(Phase.values())
                .map(phase -> {
                    LocalDate due = campaign.deadlines().of(phase);
                    long inPhase = open.stream()
                            .filter(evaluation -> evaluation.phase() == phase)
                            .count();
                    boolean before = open.stream()
                            .anyMatch(evaluation -> evaluation.phase().compareTo(phase) < 0);
                    State state;
                    if (inPhase > 0) {
                        state = open.stream()
                                        .filter(evaluation -> evaluation.phase() == phase)
                                        .anyMatch(evaluation -> evaluation.due().isBefore(today))
                                ? State.LATE
                                : State.CURRENT;
                    } else {
                        state = started && !before && !evaluations.isEmpty() ? State.DONE : State.AHEAD;
                    }
                    return new RouteStep(
                            phase.title(),
                            state,
                            due,
                            inPhase == 0 ? null : inPhase == 1 ? "1 équipe" : inPhase + " équipes");
                })
                .toList();
    }
}
