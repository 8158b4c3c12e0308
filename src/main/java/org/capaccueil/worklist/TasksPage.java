package org.capaccueil.worklist;

import java.util.List;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.mystery.Mysteries;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.workflow.TaskDesk;
import org.capaccueil.workflow.TaskDesk.Whose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class TasksPage {

    private final Worklist worklist;
    private final TaskDesk desk;
    private final Evaluations evaluations;
    private final Mysteries mysteries;

    TasksPage(Worklist worklist, TaskDesk desk, Evaluations evaluations, Mysteries mysteries) {
        this.worklist = worklist;
        this.desk = desk;
        this.evaluations = evaluations;
        this.mysteries = mysteries;
    }

    /** A tab of the list with its number. */
    record Tab(Whose whose, String title, long count) {}

    @GetMapping({"/", "/tasks"})
    String tasks(
            Actor actor,
            @RequestParam(required = false) @Nullable Whose whose,
            @RequestParam(required = false) @Nullable String campaign,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        if (actor.onlyObserves()) {
            return "redirect:/network/comparison";
        }
        CampaignId only = campaign == null || campaign.isBlank() ? null : CampaignId.of(campaign);
        List<Tab> tabs = List.of(
                new Tab(Whose.MINE, "À moi", worklist.count(actor, Whose.MINE, only)),
                new Tab(Whose.OFFERED, "À prendre dans mes équipes", worklist.count(actor, Whose.OFFERED, only)),
                new Tab(
                        Whose.TAKEN_BY_OTHERS,
                        "Prises par d'autres",
                        worklist.count(actor, Whose.TAKEN_BY_OTHERS, only)));
        Tab shown = tabs.stream()
                .filter(tab -> whose == null ? tab.count() > 0 : tab.whose() == whose)
                .findFirst()
                .orElse(tabs.get(0));
        int from = Math.min(Math.max(page, 0), Worklist.LAST_PAGE);
        model.addAttribute("section", "tasks");
        model.addAttribute("standingInFor", actor.standingInFor());
        model.addAttribute("observations", mysteries.toDo(actor).orElse(null));
        model.addAttribute("tabs", tabs);
        model.addAttribute("shown", shown);
        model.addAttribute("rows", worklist.rows(actor, shown.whose(), only, from));
        model.addAttribute("campaign", only == null ? "" : only.toString());
        model.addAttribute("campaigns", liveCampaigns(actor));
        model.addAttribute("page", from);
        model.addAttribute("hasMore", shown.count() > (long) (from + 1) * Worklist.PAGE);
        return "worklist/tasks";
    }

    private List<CampaignView> liveCampaigns(Actor actor) {
        return evaluations.campaignsSeenBy(actor).stream()
                .filter(campaign -> campaign.status() != CampaignStatus.DRAFT)
                .toList();
    }

    /** After a task is done: the next one, or the list when there is none. */
    @GetMapping("/tasks/next")
    String next(Actor actor, Model model, RedirectAttributes flash) {
        // what the step before had to say would get lost on the way through here
        flash.addFlashAttribute("notice", model.getAttribute("notice"));
        return worklist.next(actor).map(task -> "redirect:" + task.page()).orElse("redirect:/tasks");
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(Actor actor, @PathVariable String id, RedirectAttributes flash) {
        desk.claim(id, actor);
        flash.addFlashAttribute(
                "notice", "La tâche est à vous. Vous pouvez la rendre tant qu'elle n'est pas terminée.");
        return "redirect:/tasks?whose=MINE";
    }

    @PostMapping("/tasks/{id}/give-back")
    String giveBack(Actor actor, @PathVariable String id, RedirectAttributes flash) {
        desk.giveBack(id, actor);
        flash.addFlashAttribute("notice", "La tâche est rendue à l'équipe. Ce que vous avez saisi est gardé.");
        return "redirect:/tasks";
    }
}
