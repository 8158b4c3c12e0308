package org.capaccueil.campaign.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.capaccueil.campaign.CampaignStatus;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.domain.CampaignOverview;
import org.capaccueil.campaign.domain.CampaignPlanning;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A quality manager prepares a campaign. */
@Controller
class CampaignPlanPages {

    private final CampaignPlanning planning;
    private final CampaignOverview overview;
    private final Organisation organisation;
    private final Standards standards;
    private final Clock clock;

    CampaignPlanPages(
            CampaignPlanning planning,
            CampaignOverview overview,
            Organisation organisation,
            Standards standards,
            Clock clock) {
        this.planning = planning;
        this.overview = overview;
        this.organisation = organisation;
        this.standards = standards;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "campaigns";
    }

    @GetMapping("/campaigns/new")
    ModelAndView blank(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        List<StandardVersionView> published = standards.usableBy(actor.commune());
        CampaignForm form = CampaignForm.suggested(
                PublicTime.today(clock),
                published.isEmpty() ? null : published.get(0).id());
        return form(actor, null, HttpStatus.OK).addObject("form", form);
    }

    @PostMapping("/campaigns/new")
    ModelAndView prepare(
            Actor actor,
            @Valid @ModelAttribute("form") CampaignForm form,
            BindingResult faults,
            RedirectAttributes next) {
        actor.require(Role.QUALITY_MANAGER);
        return Attempt.of(faults, () -> planning.prepare(actor, form.plan()))
                .map(campaign -> saved(form, campaign, next))
                .orElseGet(() -> form(actor, null, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    @GetMapping("/campaigns/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable CampaignId id) {
        CampaignView campaign = editable(actor, id);
        return form(actor, campaign, HttpStatus.OK).addObject("form", CampaignForm.of(campaign));
    }

    @PostMapping("/campaigns/{id}/edit")
    ModelAndView change(
            Actor actor,
            @PathVariable CampaignId id,
            @RequestParam long version,
            @Valid @ModelAttribute("form") CampaignForm form,
            BindingResult faults,
            RedirectAttributes next) {
        CampaignView campaign = editable(actor, id);
        try {
            boolean changed = Attempt.run(faults, () -> planning.change(actor, id, version, form.plan()));
            if (!changed) {
                return form(actor, campaign, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
            }
        } catch (ChangedMeanwhile conflict) {
            return form(actor, campaign, HttpStatus.CONFLICT).addObject("conflict", conflict);
        }
        return saved(form, id, next);
    }

    private static ModelAndView saved(CampaignForm form, CampaignId campaign, RedirectAttributes next) {
        next.addFlashAttribute(
                "notice",
                "La campagne « " + form.name() + " » est enregistrée. Personne n'est encore sollicité : "
                        + "vérifiez ce que le lancement fera, puis lancez-la.");
        return new ModelAndView("redirect:/campaigns/" + campaign + "/launch");
    }

    private CampaignView editable(Actor actor, CampaignId id) {
        CampaignView campaign = overview.campaign(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        if (campaign.status() != CampaignStatus.DRAFT) {
            throw new StepNoLongerOpen(
                    "La campagne « " + campaign.name() + " » est déjà lancée : son contenu est figé. "
                            + "Pour laisser plus de temps, repoussez une échéance depuis sa page.");
        }
        return campaign;
    }

    /** Closed teams are offered only where they are chosen already, so that they can be taken out. */
    private ModelAndView form(Actor actor, @Nullable CampaignView campaign, HttpStatus status) {
        List<TeamView> offered = organisation.teamsOf(actor.commune()).stream()
                .filter(team ->
                        team.active() || campaign != null && campaign.teams().contains(team.id()))
                .toList();
        return new ModelAndView("campaign/plan", status)
                .addObject("campaign", campaign)
                .addObject("version", campaign == null ? null : campaign.version())
                .addObject("offeredTeams", offered)
                .addObject("standards", standards.usableBy(actor.commune()))
                .addObject("recurrences", CampaignForm.Recurrence.values());
    }
}
