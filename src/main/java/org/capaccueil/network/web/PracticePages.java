package org.capaccueil.network.web;

import java.util.List;
import java.util.UUID;
import org.capaccueil.network.domain.PracticeAdopting;
import org.capaccueil.network.domain.PracticeDesk;
import org.capaccueil.network.domain.SharedPractices;
import org.capaccueil.network.domain.SharedPractices.Filter;
import org.capaccueil.network.domain.SharedPractices.Told;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The good practices of the network: found, read, shared, taken over. */
@Controller
class PracticePages {

    private final SharedPractices shared;
    private final PracticeDesk desk;
    private final PracticeAdopting adopting;

    PracticePages(SharedPractices shared, PracticeDesk desk, PracticeAdopting adopting) {
        this.shared = shared;
        this.desk = desk;
        this.adopting = adopting;
    }

    @ModelAttribute("section")
    String section() {
        return "network";
    }

    @ModelAttribute("writes")
    boolean writes(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER) || !actor.leads().isEmpty();
    }

    @ModelAttribute("manager")
    boolean manager(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER);
    }

    /** For which team, and for a plan being proposed which of its criteria. */
    record AdoptionForm(@Nullable String team, @Nullable String criterion) {}

    record WithdrawalForm(@Nullable String reason) {}

    @GetMapping("/network")
    String shelf(
            Actor actor,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String commune,
            Model page) {
        Channel only = Channels.coded(channel);
        CommuneId from = commune.isBlank() ? null : CommuneId.of(commune);
        page.addAttribute("shelf", shared.shelf(actor, new Filter(only, theme, from)));
        page.addAttribute("everyChannel", Channel.values());
        page.addAttribute("channel", only);
        page.addAttribute("theme", theme);
        page.addAttribute("commune", from);
        return "network/practices";
    }

    @GetMapping("/network/practices/{id}")
    ModelAndView practice(Actor actor, @PathVariable UUID id) {
        return page(actor, id, HttpStatus.OK)
                .addObject("adoption", new AdoptionForm("", ""))
                .addObject("withdrawal", new WithdrawalForm(""));
    }

    @PostMapping("/network/practices/{id}/sharing")
    String share(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.share(actor, id);
        next.addFlashAttribute("notice", "La bonne pratique est partagée : toutes les communes la lisent.");
        return "redirect:/network/practices/" + id;
    }

    @PostMapping("/network/practices/{id}/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("withdrawal") WithdrawalForm form,
            BindingResult faults,
            RedirectAttributes next) {
        String reason = form.reason() == null ? "" : form.reason();
        if (!Attempt.run(faults, () -> desk.withdraw(actor, id, reason))) {
            return page(actor, id, HttpStatus.UNPROCESSABLE_ENTITY).addObject("adoption", new AdoptionForm("", ""));
        }
        next.addFlashAttribute("notice", "La bonne pratique est retirée du réseau.");
        return new ModelAndView("redirect:/network/practices/" + id);
    }

    @PostMapping("/network/practices/{id}/adoption")
    ModelAndView adopt(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("adoption") AdoptionForm form,
            BindingResult faults,
            RedirectAttributes next) {
        if (form.team() == null || form.team().isBlank()) {
            faults.rejectValue("team", "missing", "Choisissez l'équipe qui l'adopte.");
        }
        return Attempt.of(
                        faults,
                        () -> adopting.adopt(
                                actor,
                                id,
                                TeamId.of(String.valueOf(form.team())),
                                form.criterion() == null ? "" : form.criterion()))
                .map(plan -> {
                    next.addFlashAttribute(
                            "notice",
                            plan.isPresent()
                                    ? "Adoptée chez vous : une action est ouverte dans le plan de l'équipe. Complétez-la."
                                    : "Adoptée chez vous : elle est dans votre liste.");
                    return new ModelAndView(plan.map(evaluation -> "redirect:/evaluations/" + evaluation + "/plan")
                            .orElse("redirect:/network/practices/" + id));
                })
                .orElseGet(() -> page(actor, id, HttpStatus.UNPROCESSABLE_ENTITY)
                        .addObject("withdrawal", new WithdrawalForm("")));
    }

    private ModelAndView page(Actor actor, UUID id, HttpStatus status) {
        Told told = shared.told(actor, id);
        List<PracticeAdopting.Choice> choices = told.practice().isShared()
                ? adopting.choices(actor).stream()
                        .filter(choice -> told.adopted().stream().noneMatch(one -> one.adoption()
                                .team()
                                .equals(choice.team().id())))
                        .toList()
                : List.of();
        return new ModelAndView("network/practice", status)
                .addObject("told", told)
                .addObject("practice", told.practice())
                .addObject("choices", choices)
                .addObject(
                        "criteria",
                        choices.stream()
                                .filter(choice -> !choice.criteria().isEmpty())
                                .toList())
                .addObject("adopters", told.own() ? shared.communes(id) : 0);
    }
}
