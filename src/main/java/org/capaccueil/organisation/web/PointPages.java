package org.capaccueil.organisation.web;

import jakarta.validation.Valid;
import java.util.UUID;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamLife;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A team's reception points, kept by the commune's quality managers. */
@Controller
@RequestMapping("/teams/{id}/points")
class PointPages {

    private final OwnCommune ownCommune;
    private final Register register;
    private final TeamLife life;

    PointPages(OwnCommune ownCommune, Register register, TeamLife life) {
        this.ownCommune = ownCommune;
        this.register = register;
        this.life = life;
    }

    @ModelAttribute("section")
    String section() {
        return "teams";
    }

    @ModelAttribute("everyChannel")
    Channel[] everyChannel() {
        return Channel.values();
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor, @PathVariable TeamId id) {
        return form(editable(actor, id), HttpStatus.OK).addObject("form", PointForm.empty());
    }

    @PostMapping("/new")
    ModelAndView open(
            Actor actor,
            @PathVariable TeamId id,
            @Valid @ModelAttribute("form") PointForm form,
            BindingResult faults,
            RedirectAttributes next) {
        TeamView team = editable(actor, id);
        return Attempt.of(faults, () -> register.openPoint(actor, id, form.name(), form.address(), form.channels()))
                .map(point -> {
                    next.addFlashAttribute("notice", "Le point d'accueil « " + form.name() + " » est ouvert.");
                    return new ModelAndView("redirect:/teams/" + id + "/points/" + point + "/take-in");
                })
                .orElseGet(() -> form(team, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    @GetMapping("/{point}/edit")
    ModelAndView edit(Actor actor, @PathVariable TeamId id, @PathVariable UUID point) {
        TeamView team = editable(actor, id);
        PointView before = ownCommune.point(actor, id, point);
        return form(team, HttpStatus.OK).addObject("point", before).addObject("form", PointForm.of(before));
    }

    @PostMapping("/{point}/edit")
    ModelAndView change(
            Actor actor,
            @PathVariable TeamId id,
            @PathVariable UUID point,
            @RequestParam long version,
            @Valid @ModelAttribute("form") PointForm form,
            BindingResult faults,
            RedirectAttributes next) {
        TeamView team = editable(actor, id);
        PointView before = ownCommune.point(actor, id, point);
        try {
            boolean changed = Attempt.run(
                    faults,
                    () -> register.changePoint(
                            actor, id, point, version, form.name(), form.address(), form.channels()));
            if (!changed) {
                return form(team, HttpStatus.UNPROCESSABLE_ENTITY)
                        .addObject("point", before)
                        .addObject("version", version);
            }
        } catch (ChangedMeanwhile conflict) {
            return form(team, HttpStatus.CONFLICT).addObject("point", before).addObject("conflict", conflict);
        }
        next.addFlashAttribute("notice", "Le point d'accueil « " + form.name() + " » est enregistré.");
        return new ModelAndView("redirect:/teams/" + id);
    }

    @PostMapping("/{point}/close")
    String close(Actor actor, @PathVariable TeamId id, @PathVariable UUID point, RedirectAttributes next) {
        PointView before = ownCommune.point(actor, id, point);
        register.closePoint(actor, id, point);
        next.addFlashAttribute("notice", "Le point d'accueil « " + before.name() + " » est fermé.");
        return "redirect:/teams/" + id;
    }

    @PostMapping("/{point}/main")
    String main(Actor actor, @PathVariable TeamId id, @PathVariable UUID point, RedirectAttributes next) {
        PointView named = ownCommune.point(actor, id, point);
        life.nameMainPoint(actor, id, point);
        next.addFlashAttribute("notice", "« " + named.name() + " » est le point d'accueil principal de la commune.");
        return "redirect:/teams/" + id;
    }

    private TeamView editable(Actor actor, TeamId id) {
        TeamView team = ownCommune.team(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        return team;
    }

    private static ModelAndView form(TeamView team, HttpStatus status) {
        return new ModelAndView("organisation/point-form", status)
                .addObject("team", team)
                .addObject("version", team.version());
    }
}
