package org.capaccueil.privacy.web;

import jakarta.validation.Valid;
import org.capaccueil.organisation.DataProtection;
import org.capaccueil.organisation.DataProtection.Contact;
import org.capaccueil.privacy.domain.Retention;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The quality manager reads how long what is kept, who left, and says whom people may ask. */
@Controller
class RetentionPages {

    private static final Contact NOBODY = new Contact("", "", 0);

    private final Retention retention;
    private final DataProtection protection;

    RetentionPages(Retention retention, DataProtection protection) {
        this.retention = retention;
        this.protection = protection;
    }

    @GetMapping("/people/retention")
    ModelAndView page(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        Contact contact = protection.contact(actor.commune()).orElse(NOBODY);
        return view(actor, contact, HttpStatus.OK).addObject("form", ContactForm.of(contact));
    }

    @PostMapping("/people/retention/contact")
    ModelAndView name(
            Actor actor,
            @RequestParam long version,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult faults,
            RedirectAttributes next) {
        actor.require(Role.QUALITY_MANAGER);
        if (!Attempt.run(faults, () -> protection.name(actor, version, form.name(), form.reach()))) {
            return view(actor, protection.contact(actor.commune()).orElse(NOBODY), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute("notice", "Le contact figure maintenant sur la page « Mes données » de chacun.");
        return new ModelAndView("redirect:/people/retention");
    }

    private ModelAndView view(Actor actor, Contact contact, HttpStatus status) {
        return new ModelAndView("privacy/retention", status)
                .addObject("section", "teams")
                .addObject("version", contact.version())
                .addObject("rules", retention.rules(actor))
                .addObject("departed", retention.departed(actor));
    }
}
