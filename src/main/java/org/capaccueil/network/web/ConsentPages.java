package org.capaccueil.network.web;

import org.capaccueil.network.domain.Consenting;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a commune agrees to the comparison of its published results, or ends that. */
@Controller
@RequestMapping("/network/consent")
class ConsentPages {

    private final Consenting consenting;
    private final Organisation organisation;

    ConsentPages(Consenting consenting, Organisation organisation) {
        this.consenting = consenting;
        this.organisation = organisation;
    }

    @ModelAttribute("section")
    String section() {
        return "network";
    }

    @GetMapping
    String consent(Actor actor, Model page) {
        var history = consenting.history(actor);
        page.addAttribute("history", history);
        page.addAttribute("current", history.isEmpty() || !history.get(0).inForce() ? null : history.get(0));
        page.addAttribute("commune", organisation.commune(actor.commune()).name());
        page.addAttribute("signer", organisation.person(actor.id()));
        return "network/consent";
    }

    @PostMapping
    String give(Actor actor, @RequestParam(defaultValue = "false") boolean named, RedirectAttributes next) {
        consenting.give(actor, named);
        next.addFlashAttribute("notice", "L'accord est signé. Vous pouvez le retirer à tout moment.");
        return "redirect:/network/consent";
    }

    @PostMapping("/end")
    String end(Actor actor, RedirectAttributes next) {
        consenting.end(actor);
        next.addFlashAttribute("notice", "L'accord est retiré : votre commune n'est plus dans aucune comparaison.");
        return "redirect:/network/consent";
    }
}
