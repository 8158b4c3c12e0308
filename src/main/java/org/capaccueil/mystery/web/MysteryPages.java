package org.capaccueil.mystery.web;

import org.capaccueil.mystery.domain.Charter;
import org.capaccueil.mystery.domain.ObserverDesk;
import org.capaccueil.mystery.domain.OwnVisits;
import org.capaccueil.mystery.domain.WaveReading;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where everybody comes in: an observer's visits, and the waves this person sees. */
@Controller
class MysteryPages {

    private final WaveReading waves;
    private final OwnVisits own;
    private final ObserverDesk observers;

    MysteryPages(WaveReading waves, OwnVisits own, ObserverDesk observers) {
        this.waves = waves;
        this.own = own;
        this.observers = observers;
    }

    @ModelAttribute("section")
    String section() {
        return "mystery";
    }

    @GetMapping("/mystery")
    String home(Actor actor, Model page) {
        page.addAttribute("waves", waves.list(actor));
        page.addAttribute("visits", own.mine(actor));
        page.addAttribute("observer", observers.isObserver(actor));
        page.addAttribute("asked", observers.isAskedToAccept(actor));
        page.addAttribute("me", actor.id());
        page.addAttribute("rules", Charter.rules());
        page.addAttribute("manager", actor.is(Role.QUALITY_MANAGER));
        return "mystery/home";
    }

    @PostMapping("/mystery/observers/{person}/acceptance")
    String accept(Actor actor, @PathVariable PersonId person, RedirectAttributes next) {
        observers.accept(actor, person);
        next.addFlashAttribute("notice", "Vous avez accepté les règles des observateurs. Merci.");
        return "redirect:/mystery";
    }
}
