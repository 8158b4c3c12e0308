package org.capaccueil.web;

import java.util.UUID;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.notification.Mails;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Role;
import org.capaccueil.workflow.EngineWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For the operator: what is stuck and why, and a button to try again. */
@Controller
class OperationsPage {

    private final EngineWatch engine;
    private final Mails mails;
    private final Evaluations evaluations;

    OperationsPage(EngineWatch engine, Mails mails, Evaluations evaluations) {
        this.engine = engine;
        this.mails = mails;
        this.evaluations = evaluations;
    }

    /** Puts a team's or campaign's name to a business key, for the page's rows. */
    public final class Names {

        public String of(@Nullable UUID businessKey) {
            if (businessKey == null) {
                return "–";
            }
            return Scope.everything().call(() -> evaluations.nameOf(businessKey));
        }
    }

    @GetMapping("/operations")
    String operations(Actor actor, Model page) {
        actor.require(Role.OPERATOR);
        page.addAttribute("section", "operations");
        page.addAttribute("dense", true);
        page.addAttribute("load", engine.load());
        page.addAttribute("stuck", engine.stuck());
        page.addAttribute("missed", engine.missedTimers());
        page.addAttribute("oldest", engine.oldestTask().orElse(null));
        page.addAttribute("running", engine.runningByVersion());
        page.addAttribute("mails", mails.queue());
        page.addAttribute("names", new Names());
        return "web/operations";
    }

    @PostMapping("/operations/jobs/{id}/retry")
    String retry(Actor actor, @PathVariable String id, RedirectAttributes flash) {
        engine.retry(actor, id);
        flash.addFlashAttribute("notice", "L'étape est relancée. Rechargez la page dans quelques secondes.");
        return "redirect:/operations";
    }
}
