package org.capaccueil.organisation.web;

import jakarta.validation.Valid;
import java.util.List;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.OrganisationKind;
import org.capaccueil.organisation.domain.OrganisationTree;
import org.capaccueil.organisation.domain.OrganisationTree.Node;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.CommuneId;
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

/** The tree of organisations that share this installation; operators keep it. */
@Controller
class OrganisationPages {

    /** What a list offers. */
    record Option(String value, String label) {}

    private final OrganisationTree tree;

    OrganisationPages(OrganisationTree tree) {
        this.tree = tree;
    }

    @ModelAttribute("section")
    String section() {
        return "organisations";
    }

    @GetMapping("/organisations")
    String list(Actor actor, Model page) {
        page.addAttribute("nodes", tree.nodes(actor));
        return "organisation/organisations";
    }

    @GetMapping("/organisations/new")
    ModelAndView blank(Actor actor) {
        return form(actor, null, HttpStatus.OK).addObject("form", OrganisationForm.empty());
    }

    @PostMapping("/organisations/new")
    ModelAndView found(
            Actor actor,
            @Valid @ModelAttribute("form") OrganisationForm form,
            BindingResult faults,
            RedirectAttributes next) {
        return Attempt.of(faults, () -> tree.found(actor, form.kind(), form.description()))
                .map(id -> listAgain(next, "« " + form.name() + " » est enregistrée."))
                .orElseGet(() -> form(actor, null, HttpStatus.UNPROCESSABLE_ENTITY));
    }

    @GetMapping("/organisations/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable CommuneId id) {
        CommuneView saved = tree.organisation(actor, id);
        return form(actor, saved, HttpStatus.OK).addObject("form", OrganisationForm.of(saved));
    }

    @PostMapping("/organisations/{id}/edit")
    ModelAndView change(
            Actor actor,
            @PathVariable CommuneId id,
            @RequestParam long version,
            @Valid @ModelAttribute("form") OrganisationForm form,
            BindingResult faults,
            RedirectAttributes next) {
        CommuneView saved = tree.organisation(actor, id);
        try {
            if (!Attempt.run(faults, () -> tree.change(actor, id, version, form.description()))) {
                return form(actor, saved, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
            }
        } catch (ChangedMeanwhile conflict) {
            return form(actor, saved, HttpStatus.CONFLICT).addObject("conflict", conflict);
        }
        return listAgain(next, "Les modifications de « " + form.name() + " » sont enregistrées.");
    }

    @PostMapping("/organisations/{id}/remove")
    ModelAndView remove(Actor actor, @PathVariable CommuneId id, RedirectAttributes next) {
        String name = tree.organisation(actor, id).name();
        tree.remove(actor, id);
        return listAgain(next, "« " + name + " » est supprimée.");
    }

    private static ModelAndView listAgain(RedirectAttributes next, String notice) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/organisations");
    }

    private ModelAndView form(Actor actor, @Nullable CommuneView saved, HttpStatus status) {
        List<Option> metropoles = tree.nodes(actor).stream()
                .map(Node::organisation)
                .filter(one -> one.kind() == OrganisationKind.METROPOLE)
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
        ModelAndView page = new ModelAndView("organisation/organisation-form", status)
                .addObject("metropoles", metropoles)
                .addObject("kinds", OrganisationKind.values());
        return saved == null ? page : page.addObject("organisation", saved).addObject("version", saved.version());
    }
}
