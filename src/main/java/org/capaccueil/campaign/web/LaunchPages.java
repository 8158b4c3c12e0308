package org.capaccueil.campaign.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.domain.CampaignOverview;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.campaign.domain.LaunchPreview;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a launch will do, and the launch. */
@Controller
class LaunchPages {

    private final CampaignPlanning planning;
    private final CampaignOverview overview;
    private final Clock clock;

    LaunchPages(CampaignPlanning planning, CampaignOverview overview, Clock clock) {
        this.planning = planning;
        this.overview = overview;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "campaigns";
    }

    @GetMapping("/campaigns/{id}/launch")
    ModelAndView preview(Actor actor, @PathVariable CampaignId id) {
        CampaignView campaign = overview.campaign(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        if (campaign.status() != CampaignStatus.DRAFT) {
            return new ModelAndView("redirect:/campaigns/" + id);
        }
        return page(actor, id, HttpStatus.OK);
    }

    @PostMapping("/campaigns/{id}/launch")
    ModelAndView launch(Actor actor, @PathVariable CampaignId id, RedirectAttributes next) {
        BindingResult faults = new MapBindingResult(new HashMap<>(), "launch");
        if (!Attempt.run(faults, () -> planning.launch(actor, id))) {
            return page(actor, id, HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject(
                            "refusal",
                            "La campagne n'est pas lancée : réglez d'abord les points qui l'empêchent, listés ci-dessous.");
        }
        CampaignView campaign = overview.campaign(actor, id);
        next.addFlashAttribute(
                "notice",
                "La campagne « " + campaign.name() + " » est lancée : ses équipes reçoivent leurs premières tâches.");
        return new ModelAndView("redirect:/campaigns/" + id);
    }

    @PostMapping("/campaigns/{id}/organisation-team")
    ModelAndView nameOrganisationTeam(
            Actor actor, @PathVariable CampaignId id, @RequestParam TeamId team, RedirectAttributes next) {
        planning.nameOrganisationTeam(actor, id, team);
        next.addFlashAttribute("notice", "L'équipe qui répond pour l'organisation est choisie.");
        return new ModelAndView("redirect:/campaigns/" + id + "/launch");
    }

    private ModelAndView page(Actor actor, CampaignId id, HttpStatus status) {
        LaunchPreview preview = planning.preview(actor, id);
        return new ModelAndView("campaign/launch", status)
                .addObject("campaign", preview.campaign())
                .addObject("preview", preview)
                .addObject("dates", dates(preview.campaign()));
    }

    private List<RouteStep> dates(CampaignView campaign) {
        List<RouteStep> dates = new ArrayList<>();
        LocalDate today = PublicTime.today(clock);
        dates.add(RouteStep.ahead("Lancement", today));
        for (Phase phase : Phase.values()) {
            dates.add(RouteStep.ahead(phase.title(), campaign.deadlines().of(phase)));
        }
        dates.add(RouteStep.ahead("Clôture", campaign.closingDate()));
        if (campaign.recurrenceMonths() > 0) {
            dates.add(RouteStep.ahead("Cycle suivant", campaign.nextCycleOn(today)));
        }
        // the next cycle may be prepared before this one is closed
        dates.sort(Comparator.comparing(RouteStep::dueDate));
        return dates;
    }
}
