package org.capaccueil.campaign.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.TeamChanges;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.campaign.domain.CampaignOverview;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Standards;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The commune's campaigns, and each campaign's own page. */
@Controller
class CampaignPages {

    private static final int TEAMS_A_PAGE = 100;

    private final CampaignOverview overview;
    private final CampaignDecisions decisions;
    private final TeamChanges changes;
    private final Organisation organisation;
    private final Standards standards;
    private final TaskDesk tasks;
    private final Clock clock;

    CampaignPages(
            CampaignOverview overview,
            CampaignDecisions decisions,
            TeamChanges changes,
            Organisation organisation,
            Standards standards,
            TaskDesk tasks,
            Clock clock) {
        this.overview = overview;
        this.decisions = decisions;
        this.changes = changes;
        this.organisation = organisation;
        this.standards = standards;
        this.tasks = tasks;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "campaigns";
    }

    @ModelAttribute("manager")
    boolean manager(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER);
    }

    @GetMapping("/campaigns")
    String campaigns(Actor actor, Model page) {
        page.addAttribute("commune", organisation.commune(actor.commune()));
        page.addAttribute("lines", overview.of(actor));
        return "campaign/campaigns";
    }

    @GetMapping("/campaigns/{id}")
    String campaign(
            Actor actor,
            @PathVariable CampaignId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Phase phase,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        CampaignView campaign = overview.campaign(actor, id);
        LocalDate today = PublicTime.today(clock);
        List<EvaluationView> evaluations = overview.evaluations(actor, id);
        String wanted = q.strip().toLowerCase(Locale.FRENCH);
        List<EvaluationView> shown = evaluations.stream()
                .filter(evaluation ->
                        evaluation.teamName().toLowerCase(Locale.FRENCH).contains(wanted))
                .filter(evaluation -> phase == null || evaluation.phase() == phase)
                .filter(evaluation -> !late || isLate(evaluation, today))
                .toList();
        int at = Math.max(0, Math.min(page, (shown.size() - 1) / TEAMS_A_PAGE));
        boolean wholeCampaign = actor.is(Role.QUALITY_MANAGER) || actor.is(Role.LEADERSHIP);
        model.addAttribute("campaign", campaign);
        model.addAttribute("standard", standards.version(campaign.standard()));
        model.addAttribute("steps", RouteStep.of(campaign, evaluations, today));
        model.addAttribute("evaluations", evaluations);
        model.addAttribute("shown", shown.size());
        model.addAttribute(
                "rows",
                shown.stream()
                        .skip((long) at * TEAMS_A_PAGE)
                        .limit(TEAMS_A_PAGE)
                        .toList());
        model.addAttribute("page", at);
        model.addAttribute("hasMore", (at + 1) * TEAMS_A_PAGE < shown.size());
        model.addAttribute("q", q.strip());
        model.addAttribute("phase", phase);
        model.addAttribute("late", late);
        model.addAttribute("phases", Phase.values());
        model.addAttribute("filtering", !wanted.isEmpty() || phase != null || late);
        model.addAttribute(
                "lateCount",
                evaluations.stream()
                        .filter(evaluation -> isLate(evaluation, today))
                        .count());
        model.addAttribute(
                "ended",
                evaluations.stream().filter(evaluation -> !evaluation.isOpen()).count());
        model.addAttribute("wholeCampaign", wholeCampaign);
        model.addAttribute("mine", ownSteps(actor, campaign));
        model.addAttribute(
                "changes",
                changes.of(id).stream()
                        .filter(change -> evaluations.stream()
                                .anyMatch(evaluation -> evaluation.id().equals(change.evaluation())))
                        .toList());
        model.addAttribute("signature", decisions.signature(id));
        model.addAttribute("hasProcess", campaign.status().isLive());
        return "campaign/campaign";
    }

    private List<OpenTask> ownSteps(Actor actor, CampaignView campaign) {
        if (campaign.status() != CampaignStatus.CONSOLIDATION) {
            return List.of();
        }
        return tasks.openFor(List.of(campaign.id().value())).stream()
                .filter(task -> task.isFor(actor))
                .toList();
    }

    private static boolean isLate(EvaluationView evaluation, LocalDate today) {
        return evaluation.isOpen() && evaluation.due().isBefore(today);
    }
}
