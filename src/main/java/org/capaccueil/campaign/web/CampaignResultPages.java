package org.capaccueil.campaign.web;

import jakarta.validation.Valid;
import java.util.List;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.campaign.domain.CampaignOverview;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Role;
import org.capaccueil.workflow.TaskDesk;
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

/** The results of a campaign are read by the quality manager, then signed or sent back by leadership. */
@Controller
@RequestMapping("/campaigns/{id}")
class CampaignResultPages {

    private final CampaignOverview overview;
    private final CampaignDecisions decisions;
    private final Organisation organisation;
    private final TaskDesk tasks;

    CampaignResultPages(
            CampaignOverview overview, CampaignDecisions decisions, Organisation organisation, TaskDesk tasks) {
        this.overview = overview;
        this.decisions = decisions;
        this.organisation = organisation;
        this.tasks = tasks;
    }

    @ModelAttribute("section")
    String section() {
        return "campaigns";
    }

    @GetMapping("/review")
    ModelAndView reading(Actor actor, @PathVariable CampaignId id) {
        ModelAndView page = reviewPage(actor, id, HttpStatus.OK);
        String note = decisions.signature(id).note();
        return page.addObject("form", new ReviewForm(note == null ? "" : note));
    }

    @PostMapping("/review")
    ModelAndView review(
            Actor actor,
            @PathVariable CampaignId id,
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult faults,
            RedirectAttributes next) {
        if (!Attempt.run(faults, () -> decisions.review(actor, id, form.note()))) {
            return reviewPage(actor, id, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute("notice", "Les résultats sont relus : la direction est invitée à les signer.");
        return new ModelAndView("redirect:/campaigns/" + id);
    }

    @GetMapping("/sign")
    ModelAndView signature(Actor actor, @PathVariable CampaignId id) {
        return signPage(actor, id, HttpStatus.OK).addObject("form", ReasonForm.empty());
    }

    @PostMapping("/sign")
    ModelAndView sign(Actor actor, @PathVariable CampaignId id, RedirectAttributes next) {
        decisions.sign(actor, id);
        next.addFlashAttribute("notice", "Les résultats sont signés. Ils sont publiés dans les minutes qui suivent.");
        return new ModelAndView("redirect:/campaigns/" + id);
    }

    @PostMapping("/send-back")
    ModelAndView sendBack(
            Actor actor,
            @PathVariable CampaignId id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult faults,
            RedirectAttributes next) {
        if (!Attempt.run(faults, () -> decisions.sendBack(actor, id, form.reason()))) {
            return signPage(actor, id, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute("notice", "Les résultats sont renvoyés au référent qualité avec votre raison.");
        return new ModelAndView("redirect:/campaigns/" + id);
    }

    private ModelAndView reviewPage(Actor actor, CampaignId id, HttpStatus status) {
        return page("campaign/review", actor, id, Role.QUALITY_MANAGER, "/review", status)
                .addObject("sentBack", decisions.lastSendBack(id).orElse(null));
    }

    private ModelAndView signPage(Actor actor, CampaignId id, HttpStatus status) {
        return page("campaign/sign", actor, id, Role.LEADERSHIP, "/sign", status)
                .addObject(
                        "signer",
                        actor.name() + ", "
                                + actor.as(Role.LEADERSHIP)
                                        .capacity(
                                                organisation.person(actor.id()).capacity()));
    }

    private ModelAndView page(String view, Actor actor, CampaignId id, Role role, String stepPage, HttpStatus status) {
        CampaignView campaign = overview.campaign(actor, id);
        actor.require(role);
        boolean awaited = tasks.openFor(List.of(id.value())).stream()
                .anyMatch(task -> task.page().endsWith(stepPage) && task.isFor(actor));
        return new ModelAndView(view, status)
                .addObject("campaign", campaign)
                .addObject("awaited", awaited)
                .addObject("signature", decisions.signature(id))
                .addObject("evaluations", overview.evaluations(actor, id));
    }
}
