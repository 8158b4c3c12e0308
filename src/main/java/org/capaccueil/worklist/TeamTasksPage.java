package org.capaccueil.worklist;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a lead sees who of the team does what, and shares it out anew. */
@Controller
@RequestMapping("/teams/{id}/tasks")
class TeamTasksPage {

    private final TeamTasks tasks;

    TeamTasksPage(TeamTasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping
    String board(Actor actor, @PathVariable TeamId id, Model model) {
        model.addAttribute("section", "teams");
        model.addAttribute("board", tasks.board(actor, id));
        return "worklist/team-tasks";
    }

    @PostMapping("/{task}/give")
    String give(
            Actor actor,
            @PathVariable TeamId id,
            @PathVariable String task,
            @RequestParam(required = false) @Nullable PersonId holder,
            @RequestParam(required = false) @Nullable PersonId person,
            RedirectAttributes next) {
        return back(id, next, () -> tasks.give(actor, id, task, holder, person));
    }

    @PostMapping("/{task}/put-back")
    String putBack(
            Actor actor,
            @PathVariable TeamId id,
            @PathVariable String task,
            @RequestParam(required = false) @Nullable PersonId holder,
            RedirectAttributes next) {
        return back(id, next, () -> tasks.putBack(actor, id, task, holder));
    }

    private static String back(TeamId id, RedirectAttributes next, java.util.function.Supplier<String> deed) {
        try {
            next.addFlashAttribute("notice", deed.get());
        } catch (BusinessRefusal refusal) {
            if (!refusal.isPlain()) {
                throw refusal;
            }
            next.addFlashAttribute("refusal", refusal.sentence());
        }
        return "redirect:/teams/" + id + "/tasks";
    }
}
