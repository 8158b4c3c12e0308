package org.capaccueil.campaign.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.domain.CampaignDecisions;
import org.capaccueil.campaign.domain.CampaignOverview;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
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

/** A quality manager gives a running campaign more time, or stops it. */
@Controller
@RequestMapping("/campaigns/{id}")
class CampaignChangePages {

    private final CampaignOverview overview;
    private final CampaignDecisions decisions;

    CampaignChangePages(CampaignOverview overview, CampaignDecisions decisions) {
        this.overview = overview;
        this.decisions = decisions;
    }

    @ModelAttribute("section")
    String section() {
        return "campaigns";
    }

    @GetMapping("/extend")
    ModelAndView extension(Actor actor, @PathVariable CampaignId id) {
        return extensionPage(live(actor, id), HttpStatus.OK).addObject("form", ExtensionForm.empty(null));
    }

    @PostMapping("/extend")
    ModelAndView extend(
            Actor actor,
            @PathVariable CampaignId id,
            @Valid @ModelAttribute("form") ExtensionForm form,
            BindingResult faults,
            RedirectAttributes next) {
        CampaignView campaign = live(actor, id);
        boolean extended = Attempt.run(
                faults,
                () -> decisions.extendAll(
                        actor,
                        id,
                        Objects.requireNonNull(form.phase()),
                        Objects.requireNonNull(form.day()),
                        form.reason()));
        if (!extended) {
            return extensionPage(campaign, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute(
                "notice",
                "L'échéance « " + Objects.requireNonNull(form.phase()).title() + " » est repoussée au "
                        + PublicTime.inWords(Objects.requireNonNull(form.day()))
                        + " pour les équipes qui n'ont pas terminé cette phase.");
        return new ModelAndView("redirect:/campaigns/" + id);
    }

    @GetMapping("/cancel")
    ModelAndView cancellation(Actor actor, @PathVariable CampaignId id) {
        return cancellationPage(live(actor, id), HttpStatus.OK).addObject("form", ReasonForm.empty());
    }

    @PostMapping("/cancel")
    ModelAndView cancel(
            Actor actor,
            @PathVariable CampaignId id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult faults,
            RedirectAttributes next) {
        CampaignView campaign = live(actor, id);
        if (!Attempt.run(faults, () -> decisions.cancelCampaign(actor, id, form.reason()))) {
            return cancellationPage(campaign, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute(
                "notice", "La campagne « " + campaign.name() + " » est annulée. Ce qui a été saisi est gardé.");
        return new ModelAndView("redirect:/campaigns/" + id);
    }

    private CampaignView live(Actor actor, CampaignId id) {
        CampaignView campaign = overview.campaign(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        if (!campaign.status().isLive()) {
            throw new StepNoLongerOpen("La campagne « " + campaign.name()
                    + " » n'est pas en cours : il n'y a rien à repousser ni à annuler.");
        }
        return campaign;
    }

    private static ModelAndView extensionPage(CampaignView campaign, HttpStatus status) {
        return new ModelAndView("campaign/extend", status)
                .addObject("campaign", campaign)
                .addObject("deadlines", campaign.deadlines())
                .addObject("phases", Phase.values())
                .addObject("back", "/campaigns/" + campaign.id());
    }

    private static ModelAndView cancellationPage(CampaignView campaign, HttpStatus status) {
        return new ModelAndView("campaign/cancel", status)
                .addObject("campaign", campaign)
                .addObject("back", "/campaigns/" + campaign.id());
    }
}
