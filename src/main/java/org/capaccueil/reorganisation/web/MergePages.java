package org.capaccueil.reorganisation.web;

import java.time.Clock;
import org.capaccueil.reorganisation.domain.TeamMerges;
import org.capaccueil.reorganisation.domain.TeamMerges.NewTeam;
import org.capaccueil.reorganisation.domain.TeamMerges.Preview;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.shared.TeamId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Merging two teams: with which one, then what that touches and what becomes of it, then the confirmation. */
@Controller
@RequestMapping("/teams/{id}")
class MergePages {

    private final TeamMerges merges;
    private final Clock clock;

    MergePages(TeamMerges merges, Clock clock) {
        this.merges = merges;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "teams";
    }

    /** The ways to reorganise a team, and with which other one it may merge. */
    @GetMapping("/reorganise")
    String ways(Actor actor, @PathVariable TeamId id, Model page) {
        page.addAttribute("partners", merges.partners(actor, id));
        page.addAttribute("id", id);
        return "reorganisation/ways";
    }

    @GetMapping("/merge")
    ModelAndView preview(
            Actor actor,
            @PathVariable TeamId id,
            @RequestParam TeamId with,
            @RequestParam(defaultValue = "false") boolean intoNew) {
        Preview preview = merges.preview(actor, id, with, intoNew);
        return page(preview, HttpStatus.OK)
                .addObject("form", FateForm.on(PublicTime.today(clock), preview.seen(), intoNew));
    }

    @PostMapping("/merge")
    ModelAndView merge(
            Actor actor,
            @PathVariable TeamId id,
            @RequestParam TeamId with,
            @RequestParam(defaultValue = "false") boolean intoNew,
            @ModelAttribute("form") FateForm form,
            BindingResult faults,
            RedirectAttributes next) {
        Preview preview = merges.preview(actor, id, with, intoNew);
        return Attempt.of(
                        faults,
                        () -> merges.merge(
                                actor,
                                id,
                                with,
                                intoNew ? newTeam(form) : null,
                                Boolean.TRUE.equals(form.keepLeads()),
                                form.fate()))
                .map(survivor -> {
                    next.addFlashAttribute(
                            "notice",
                            "L'équipe « " + preview.team().name()
                                    + " » est fusionnée. Les personnes, les points d'accueil et "
                                    + "les étapes en cours sont ici désormais.");
                    return new ModelAndView("redirect:/teams/" + survivor);
                })
                .orElseGet(() -> page(preview, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private static NewTeam newTeam(FateForm form) {
        if (form.code().isBlank() || form.code().length() > 20) {
            throw new BusinessRefusal("code", "Donnez à la nouvelle équipe un code court, de 20 caractères au plus.");
        }
        if (form.name().isBlank() || form.name().length() > 120) {
            throw new BusinessRefusal("name", "Donnez à la nouvelle équipe un nom, de 120 caractères au plus.");
        }
        return new NewTeam(form.code(), form.name());
    }

    private static ModelAndView page(Preview preview, HttpStatus status) {
        return new ModelAndView("reorganisation/merge", status).addObject("preview", preview);
    }
}
