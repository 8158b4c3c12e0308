package org.capaccueil.organisation.web;

import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.domain.CorrectionView;
import org.capaccueil.organisation.domain.Corrections;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
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

/** The commune's people and what they may do. */
@Controller
class PeoplePages {

    /** A person with the teams they belong to. */
    record Row(PersonView person, List<TeamView> teams) {}

    /** A request for correction with who asks. */
    record Asked(CorrectionView request, String name) {}

    private final Organisation organisation;
    private final OwnCommune ownCommune;
    private final Register register;
    private final Corrections corrections;

    PeoplePages(Organisation organisation, OwnCommune ownCommune, Register register, Corrections corrections) {
        this.organisation = organisation;
        this.ownCommune = ownCommune;
        this.register = register;
        this.corrections = corrections;
    }

    @ModelAttribute("section")
    String section() {
        return "teams";
    }

    @ModelAttribute("editor")
    boolean editor(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER);
    }

    @ModelAttribute("offeredRoles")
    List<Role> offeredRoles() {
        return register.givesRoles() ? PersonForm.OFFERED : List.of();
    }

    @GetMapping("/people")
    String people(Actor actor, @RequestParam(defaultValue = "") String q, Model page) {
        List<PersonView> all = organisation.peopleOf(actor.commune());
        Map<PersonId, List<TeamView>> teams = teamsByPerson(actor);
        String wanted = q.strip().toLowerCase(Locale.FRENCH);
        page.addAttribute("commune", organisation.commune(actor.commune()));
        page.addAttribute(
                "corrections",
                corrections.waitingFor(actor).stream()
                        .map(request -> new Asked(
                                request,
                                all.stream()
                                        .filter(person -> person.id().equals(request.person()))
                                        .map(PersonView::name)
                                        .findFirst()
                                        .orElse("Personne partie")))
                        .toList());
        page.addAttribute("total", all.size());
        page.addAttribute("q", q.strip());
        page.addAttribute(
                "rows",
                all.stream()
                        .filter(person -> (person.name() + " " + person.capacity())
                                .toLowerCase(Locale.FRENCH)
                                .contains(wanted))
                        .map(person -> new Row(person, teams.getOrDefault(person.id(), List.of())))
                        .toList());
        return "organisation/people";
    }

    private Map<PersonId, List<TeamView>> teamsByPerson(Actor actor) {
        Map<PersonId, List<TeamView>> teams = new HashMap<>();
        for (TeamView team : organisation.teamsOf(actor.commune())) {
            team.members()
                    .forEach(member ->
                            teams.merge(member.person(), List.of(team), (some, more) -> java.util.stream.Stream.concat(
                                            some.stream(), more.stream())
                                    .toList()));
        }
        return teams;
    }

    @GetMapping("/people/new")
    ModelAndView blank(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return new ModelAndView("organisation/person-form").addObject("form", PersonForm.empty());
    }

    @PostMapping("/people/new")
    ModelAndView add(
            Actor actor,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult faults,
            RedirectAttributes next) {
        actor.require(Role.QUALITY_MANAGER);
        return Attempt.of(
                        faults,
                        () -> register.addPerson(actor, form.name(), form.email(), form.capacity(), form.roles()))
                .map(person -> {
                    next.addFlashAttribute(
                            "notice", form.name() + " figure maintenant parmi les personnes de la commune.");
                    return new ModelAndView("redirect:/people");
                })
                .orElseGet(() -> new ModelAndView("organisation/person-form", HttpStatus.UNPROCESSABLE_ENTITY));
    }

    @GetMapping("/people/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable PersonId id) {
        PersonView person = ownCommune.person(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        return form(person, HttpStatus.OK).addObject("form", PersonForm.of(person));
    }

    @PostMapping("/people/{id}/edit")
    ModelAndView change(
            Actor actor,
            @PathVariable PersonId id,
            @RequestParam long version,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult faults,
            RedirectAttributes next) {
        PersonView person = ownCommune.person(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        try {
            boolean changed = Attempt.run(
                    faults,
                    () -> register.changePerson(
                            actor,
                            id,
                            version,
                            form.name(),
                            form.email(),
                            form.capacity(),
                            withWhatIsNotOffered(person, form.roles())));
            if (!changed) {
                return form(person, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
            }
        } catch (ChangedMeanwhile conflict) {
            return form(person, HttpStatus.CONFLICT).addObject("conflict", conflict);
        }
        next.addFlashAttribute("notice", "La fiche de " + form.name() + " est enregistrée.");
        return new ModelAndView("redirect:/people");
    }

    /** The form says nothing about the roles it does not offer, so it takes none of them away. */
    private Set<Role> withWhatIsNotOffered(PersonView person, Set<Role> chosen) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(chosen);
        person.roles().stream().filter(role -> !offeredRoles().contains(role)).forEach(roles::add);
        return roles;
    }

    private static ModelAndView form(PersonView person, HttpStatus status) {
        return new ModelAndView("organisation/person-form", status)
                .addObject("person", person)
                .addObject("version", person.version());
    }
}
