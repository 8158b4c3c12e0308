package org.capaccueil.organisation.web;

import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who belongs to a team and who leads it. */
@Controller
@RequestMapping("/teams/{id}/members")
class MemberActions {

    private final OwnCommune ownCommune;
    private final Register register;

    MemberActions(OwnCommune ownCommune, Register register) {
        this.ownCommune = ownCommune;
        this.register = register;
    }

    @PostMapping
    String enrol(
            Actor actor,
            @PathVariable TeamId id,
            @RequestParam String person,
            @RequestParam(defaultValue = "false") boolean lead,
            RedirectAttributes next) {
        TeamView team = ownCommune.team(actor, id);
        actor.require(Role.QUALITY_MANAGER, team.commune());
        if (person.isBlank()) {
            next.addFlashAttribute("refusal", "Choisissez d'abord la personne à ajouter à l'équipe.");
            return "redirect:/teams/" + id;
        }
        PersonView member = ownCommune.person(actor, PersonId.of(person));
        register.enrol(actor, id, member.id(), lead);
        next.addFlashAttribute(
                "notice",
                lead
                        ? member.name() + " est responsable de l'équipe « " + team.name() + " »."
                        : member.name() + " est membre de l'équipe « " + team.name() + " ».");
        return "redirect:/teams/" + id;
    }

    @PostMapping("/{person}/release")
    String release(Actor actor, @PathVariable TeamId id, @PathVariable PersonId person, RedirectAttributes next) {
        TeamView team = ownCommune.team(actor, id);
        PersonView member = ownCommune.person(actor, person);
        register.release(actor, id, person);
        next.addFlashAttribute(
                "notice",
                member.name() + " ne fait plus partie de l'équipe « " + team.name()
                        + " ». Ce que cette personne a saisi avec l'équipe reste.");
        return "redirect:/teams/" + id;
    }
}
