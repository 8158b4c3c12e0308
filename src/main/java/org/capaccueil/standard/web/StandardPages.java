package org.capaccueil.standard.web;

import jakarta.validation.Valid;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardLife;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The library of standards: everybody signed in reads, quality managers import. */
@Controller
class StandardPages {

    private final Standards standards;
    private final StandardLife life;

    StandardPages(Standards standards, StandardLife life) {
        this.standards = standards;
        this.life = life;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @ModelAttribute("editor")
    boolean editor(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER);
    }

    @GetMapping("/standards")
    String standards(Model page) {
        page.addAttribute("versions", standards.published());
        return "standard/standards";
    }

    @GetMapping("/standards/{id}")
    String standard(@PathVariable StandardVersionId id, Model page) {
        StandardVersionView version = standards.version(id);
        if (!version.published()) {
            throw new NotFound();
        }
        Standard standard = standards.content(id);
        page.addAttribute("version", version);
        page.addAttribute("standard", standard);
        page.addAttribute("criteria", standard.criteria().size());
        page.addAttribute(
                "mandatory",
                standard.criteria().stream().filter(Criterion::mandatory).count());
        return "standard/standard";
    }

    @GetMapping("/standards/import")
    ModelAndView blank(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return new ModelAndView("standard/import").addObject("form", ImportForm.empty());
    }

    @PostMapping("/standards/import")
    ModelAndView read(
            Actor actor,
            @Valid @ModelAttribute("form") ImportForm form,
            BindingResult faults,
            RedirectAttributes next) {
        actor.require(Role.QUALITY_MANAGER);
        return Attempt.of(faults, () -> life.take(actor, form.content()))
                .map(id -> {
                    next.addFlashAttribute(
                            "notice",
                            "« " + standards.version(id).fullTitle()
                                    + " » est publié : les prochaines campagnes peuvent le choisir.");
                    return new ModelAndView("redirect:/standards/" + id);
                })
                .orElseGet(() -> new ModelAndView("standard/import", HttpStatus.UNPROCESSABLE_ENTITY));
    }
}
