package org.capaccueil.campaign.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.campaign.EvaluationStatus;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standards;
import org.capaccueil.workflow.LiveDiagram;
import org.capaccueil.workflow.LiveDiagrams;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One team's evaluation: where it is, who is awaited, the way to each phase's page. */
@Controller
@RequestMapping("/evaluations/{id}")
class EvaluationPages {

    /**
     * A phase with the way to its page.
     *
     * @param href null while the phase lies ahead
     */
    record PhaseLink(Phase phase, RouteStep step, @Nullable String href) {}

    private final Evaluations evaluations;
    private final CampaignDecisions decisions;
    private final TeamChanges changes;
    private final Standards standards;
    private final TaskDesk tasks;
    private final LiveDiagrams diagrams;
    private final Clock clock;

    EvaluationPages(
            Evaluations evaluations,
            CampaignDecisions decisions,
            TeamChanges changes,
            Standards standards,
            TaskDesk tasks,
            LiveDiagrams diagrams,
            Clock clock) {
        this.evaluations = evaluations;
        this.decisions = decisions;
        this.changes = changes;
        this.standards = standards;
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "campaigns";
    }

    @GetMapping
    ModelAndView evaluation(Actor actor, @PathVariable EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        LocalDate today = PublicTime.today(clock);
        List<LiveDiagram.ActiveStep> active = evaluation.isOpen()
                ? diagrams.of(PhaseRoutes.processOf(evaluation.phase()), id.value())
                        .map(LiveDiagram::active)
                        .orElse(List.of())
                : List.of();
        List<LiveDiagram.ActiveStep> awaited = Stream.concat(
                        active.stream().filter(step -> step.waitingFor() != null), awaitedForOrganisation(evaluation))
                .toList();
        String waitingFor = awaited.isEmpty()
                ? null
                : awaited.stream()
                        .map(LiveDiagram.ActiveStep::waitingFor)
                        .distinct()
                        .collect(Collectors.joining(", "));
        List<RouteStep> steps = RouteStep.of(evaluation, today, waitingFor);
        List<OpenTask> mine = tasks.openFor(List.of(id.value())).stream()
                .filter(task -> task.isFor(actor))
                .toList();
        return new ModelAndView("campaign/evaluation")
                .addObject("evaluation", evaluation)
                .addObject("standard", standards.version(evaluation.standard()))
                .addObject("forOrganisation", forOrganisation(evaluation))
                .addObject("atHome", evaluation.commune().equals(actor.commune()))
                .addObject("manager", manages(actor, evaluation))
                .addObject("steps", steps)
                .addObject("changes", changes.of(id))
                .addObject("awaited", awaited)
                .addObject("mine", mine)
                .addObject(
                        "phases",
                        Arrays.stream(Phase.values())
                                .map(phase -> new PhaseLink(
                                        phase,
                                        steps.get(phase.ordinal()),
                                        phase.compareTo(evaluation.phase()) > 0
                                                ? null
                                                : "/evaluations/" + id + PhaseRoutes.pageOf(phase)))
                                .toList());
    }

    /** The team whose audit is awaited before this one's label can be tested. */
    private Stream<LiveDiagram.ActiveStep> awaitedForOrganisation(EvaluationView evaluation) {
        if (!evaluation.isOpen() || evaluation.phase() != Phase.FOLLOW_UP || evaluation.answersForOrganisation()) {
            return Stream.empty();
        }
        return diagrams.of(PhaseRoutes.TEAM_PROCESS, evaluation.id().value()).stream()
                .flatMap(diagram -> diagram.active().stream())
                .filter(step -> step.id().equals(PhaseRoutes.ORGANISATION_AWAITED))
                .flatMap(step -> answering(evaluation).stream()
                        .map(other -> new LiveDiagram.ActiveStep(
                                step.id(),
                                "Test du label",
                                step.since(),
                                "les réponses pour l'organisation, rédigées par l'équipe « " + other.teamName()
                                        + " »")));
    }

    private Optional<EvaluationView> answering(EvaluationView evaluation) {
        return Optional.ofNullable(evaluations
                .answeringForOrganisation(List.of(evaluation.campaign()))
                .get(evaluation.campaign()));
    }

    /** Who rates what is rated once for the organisation; null where the standard has no such criterion. */
    private @Nullable String forOrganisation(EvaluationView evaluation) {
        if (standards.content(evaluation.standard()).criteria().stream()
                .noneMatch(criterion -> criterion.scope() == Criterion.Scope.ORGANISATION)) {
            return null;
        }
        if (evaluation.answersForOrganisation()) {
            return "cotés par cette équipe, pour toutes";
        }
        return answering(evaluation)
                .filter(other -> other.status() != EvaluationStatus.CANCELLED
                        || other.phase().compareTo(Phase.AUDIT) > 0)
                .map(other -> "cotés une fois, par l'équipe « " + other.teamName() + " »")
                .orElse("cotés par personne");
    }

    @GetMapping("/extend")
    ModelAndView extension(Actor actor, @PathVariable EvaluationId id) {
        EvaluationView evaluation = changeable(actor, id);
        return extensionPage(evaluation, HttpStatus.OK).addObject("form", ExtensionForm.empty(evaluation.phase()));
    }

    @PostMapping("/extend")
    ModelAndView extend(
            Actor actor,
            @PathVariable EvaluationId id,
            @Valid @ModelAttribute("form") ExtensionForm form,
            BindingResult faults,
            RedirectAttributes next) {
        EvaluationView evaluation = changeable(actor, id);
        boolean extended = Attempt.run(
                faults,
                () -> decisions.extend(
                        actor,
                        id,
                        Objects.requireNonNull(form.phase()),
                        Objects.requireNonNull(form.day()),
                        form.reason()));
        if (!extended) {
            return extensionPage(evaluation, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute(
                "notice",
                "L'échéance « " + Objects.requireNonNull(form.phase()).title() + " » de l'équipe « "
                        + evaluation.teamName() + " » est repoussée au "
                        + PublicTime.inWords(Objects.requireNonNull(form.day())) + ".");
        return new ModelAndView("redirect:/evaluations/" + id);
    }

    @GetMapping("/cancel")
    ModelAndView cancellation(Actor actor, @PathVariable EvaluationId id) {
        return cancellationPage(changeable(actor, id), HttpStatus.OK).addObject("form", ReasonForm.empty());
    }

    @PostMapping("/cancel")
    ModelAndView cancel(
            Actor actor,
            @PathVariable EvaluationId id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult faults,
            RedirectAttributes next) {
        EvaluationView evaluation = changeable(actor, id);
        if (!Attempt.run(faults, () -> decisions.cancelEvaluation(actor, id, form.reason()))) {
            return cancellationPage(evaluation, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute(
                "notice",
                "L'évaluation de l'équipe « " + evaluation.teamName()
                        + " » est annulée. Ce qui a été saisi est gardé.");
        return new ModelAndView("redirect:/evaluations/" + id);
    }

    private EvaluationView changeable(Actor actor, EvaluationId id) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        actor.require(Role.QUALITY_MANAGER, evaluation.commune());
        if (!evaluation.isOpen()) {
            throw new StepNoLongerOpen("L'évaluation de l'équipe « " + evaluation.teamName()
                    + " » n'est plus en cours : il n'y a rien à repousser ni à annuler.");
        }
        return evaluation;
    }

    private static boolean manages(Actor actor, EvaluationView evaluation) {
        return actor.is(Role.QUALITY_MANAGER, evaluation.commune());
    }

    private static ModelAndView extensionPage(EvaluationView evaluation, HttpStatus status) {
        return new ModelAndView("campaign/extend", status)
                .addObject("evaluation", evaluation)
                .addObject("deadlines", evaluation.deadlines())
                .addObject(
                        "phases",
                        Arrays.stream(Phase.values())
                                .filter(phase -> phase.compareTo(evaluation.phase()) >= 0)
                                .toList())
                .addObject("back", "/evaluations/" + evaluation.id());
    }

    private static ModelAndView cancellationPage(EvaluationView evaluation, HttpStatus status) {
        return new ModelAndView("campaign/cancel", status)
                .addObject("evaluation", evaluation)
                .addObject("back", "/evaluations/" + evaluation.id());
    }
}
