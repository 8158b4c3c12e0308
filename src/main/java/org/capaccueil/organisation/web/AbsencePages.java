package org.capaccueil.organisation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.capaccueil.organisation.Absences;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.SubstitutionView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's absences with their substitutes, and for whom the person stands in. */
@Controller
class AbsencePages {

    /** Somebody to choose. */
    record Option(String value, String label) {}

    /** A substitution with where it stands today. */
    record Row(SubstitutionView substitution, SubstitutionView.State state) {}

    private final Absences absences;
    private final OwnCommune ownCommune;
    private final Organisation organisation;
    private final Clock clock;

    AbsencePages(Absences absences, OwnCommune ownCommune, Organisation organisation, Clock clock) {
        this.absences = absences;
        this.ownCommune = ownCommune;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping("/people/absences")
    ModelAndView mine(Actor actor) {
        return of(actor, actor.id());
    }

    @GetMapping("/people/{id}/absences")
    ModelAndView of(Actor actor, @PathVariable PersonId id) {
        PersonView person = ownCommune.person(actor, id);
        boolean own = id.equals(actor.id());
        return new ModelAndView("organisation/absences")
                .addObject("section", own ? "tasks" : "teams")
                .addObject("person", person)
                .addObject("own", own)
                .addObject("unlendable", absences.unlendable(id).orElse(null))
                .addObject("absences", rows(absences.of(actor, id)))
                .addObject("held", rows(absences.heldBy(id)));
    }

    private List<Row> rows(List<SubstitutionView> substitutions) {
        return substitutions.stream()
                .map(one -> new Row(one, one.state(today())))
                .toList();
    }

    @GetMapping("/people/{id}/absences/new")
    ModelAndView blank(Actor actor, @PathVariable PersonId id) {
        absences.of(actor, id);
        return form(actor, id, HttpStatus.OK).addObject("form", AbsenceForm.empty());
    }

    @PostMapping("/people/{id}/absences/new")
    ModelAndView name(
            Actor actor,
            @PathVariable PersonId id,
            @ModelAttribute("form") AbsenceForm form,
            BindingResult faults,
            RedirectAttributes next) {
        absences.of(actor, id);
        if (!Attempt.run(faults, () -> absences.name(actor, id, form.plan()))) {
            return form(actor, id, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        next.addFlashAttribute("notice", "Le remplacement est enregistré." + notPassedOn(id, form));
        return new ModelAndView("redirect:/people/" + id + "/absences");
    }

    /** What this person was lent themselves stays with them: somebody has to be told. */
    private String notPassedOn(PersonId id, AbsenceForm form) {
        LocalDate first = form.firstDay();
        LocalDate last = form.lastDay();
        if (first == null || last == null) {
            return "";
        }
        return absences.heldBy(id).stream()
                .filter(held -> held.covers(first, last))
                .findFirst()
                .map(held -> " Attention : le remplacement de " + held.absentName() + " (" + held.days()
                        + ") ne se transmet pas. Prévenez cette personne pour qu'elle désigne quelqu'un d'autre.")
                .orElse("");
    }

    @GetMapping("/people/absences/{substitution}/edit")
    ModelAndView edit(Actor actor, @PathVariable UUID substitution) {
        SubstitutionView view = absences.toChange(actor, substitution);
        return form(actor, view, HttpStatus.OK).addObject("form", AbsenceForm.of(view));
    }

    @PostMapping("/people/absences/{substitution}/edit")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID substitution,
            @RequestParam long version,
            @ModelAttribute("form") AbsenceForm form,
            BindingResult faults,
            RedirectAttributes next) {
        SubstitutionView view = absences.toChange(actor, substitution);
        try {
            if (!Attempt.run(faults, () -> absences.change(actor, substitution, version, form.plan()))) {
                return form(actor, view, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
            }
        } catch (ChangedMeanwhile conflict) {
            return form(actor, view, HttpStatus.CONFLICT).addObject("conflict", conflict);
        }
        next.addFlashAttribute("notice", "Le remplacement est modifié.");
        return new ModelAndView("redirect:/people/" + view.absent() + "/absences");
    }

    @PostMapping("/people/absences/{substitution}/end")
    String end(Actor actor, @PathVariable UUID substitution, RedirectAttributes next) {
        SubstitutionView view = absences.toChange(actor, substitution);
        absences.end(actor, substitution);
        next.addFlashAttribute(
                "notice", "Le remplacement par " + view.substituteName() + " est terminé dès maintenant.");
        return "redirect:/people/" + view.absent() + "/absences";
    }

    private ModelAndView form(Actor actor, SubstitutionView view, HttpStatus status) {
        return form(actor, view.absent(), status)
                .addObject("substitution", view)
                .addObject("version", view.version());
    }

    private ModelAndView form(Actor actor, PersonId absent, HttpStatus status) {
        boolean own = absent.equals(actor.id());
        List<Option> others = organisation.peopleOf(actor.commune()).stream()
                .filter(person -> !person.id().equals(absent) && !person.id().equals(actor.id()))
                .map(person -> new Option(person.id().toString(), person.name() + ", " + person.capacity()))
                .toList();
        return new ModelAndView("organisation/absence-form", status)
                .addObject("section", own ? "tasks" : "teams")
                .addObject("person", ownCommune.person(actor, absent))
                .addObject("own", own)
                .addObject("options", others);
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }
}
