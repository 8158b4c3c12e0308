package org.capaccueil.indicator.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.domain.Definitions;
import org.capaccueil.indicator.domain.Gathering;
import org.capaccueil.indicator.domain.SeriesView;
import org.capaccueil.indicator.web.IndicatorPages.Option;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Indicator.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the commune follows: to be read by everybody of it, worded by its quality managers. */
@Controller
@RequestMapping("/indicators/definitions")
class DefinitionPages {

    private final Definitions definitions;
    private final Organisation organisation;

    DefinitionPages(Definitions definitions, Organisation organisation) {
        this.definitions = definitions;
        this.organisation = organisation;
    }

    @ModelAttribute("section")
    String section() {
        return "indicators";
    }

    @GetMapping
    ModelAndView all(Actor actor) {
        List<SeriesView> all = definitions.of(actor.commune());
        return new ModelAndView("indicator/definitions")
                .addObject("dense", true)
                .addObject("manages", actor.is(Role.QUALITY_MANAGER))
                .addObject("inUse", all.stream().filter(SeriesView::isInUse).toList())
                .addObject("retired", all.stream().filter(one -> !one.isInUse()).toList());
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return form(actor, null, HttpStatus.OK).addObject("form", SeriesForm.empty());
    }

    @PostMapping("/new")
    ModelAndView define(
            Actor actor, @ModelAttribute("form") SeriesForm form, BindingResult faults, RedirectAttributes next) {
        actor.require(Role.QUALITY_MANAGER);
        if (!Attempt.run(faults, () -> definitions.define(actor, form.draft()))) {
            return form(actor, null, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return done(next, "L'indicateur est défini. Les équipes de ces canaux peuvent en donner les valeurs.");
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable UUID id) {
        SeriesView series = definitions.toChange(actor, id);
        return form(actor, series, HttpStatus.OK)
                .addObject("form", SeriesForm.of(series.draft()))
                .addObject("version", series.version());
    }

    @PostMapping("/{id}/edit")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") SeriesForm form,
            BindingResult faults,
            RedirectAttributes next) {
        SeriesView series = definitions.toChange(actor, id);
        try {
            if (!Attempt.run(faults, () -> definitions.change(actor, id, version, form.draft()))) {
                return form(actor, series, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
            }
        } catch (ChangedMeanwhile conflict) {
            return form(actor, series, HttpStatus.CONFLICT)
                    .addObject("conflict", conflict)
                    .addObject("version", definitions.toChange(actor, id).version());
        }
        return done(next, "L'indicateur est modifié.");
    }

    @PostMapping("/{id}/retirement")
    ModelAndView retire(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        definitions.retire(actor, id, reason);
        return done(next, "L'indicateur est retiré. Ses valeurs restent lisibles.");
    }

    @PostMapping("/{id}/return")
    ModelAndView takeUpAgain(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        definitions.takeUpAgain(actor, id);
        return done(next, "L'indicateur est remis en service.");
    }

    private static ModelAndView done(RedirectAttributes next, String notice) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/indicators/definitions");
    }

    private ModelAndView form(Actor actor, @Nullable SeriesView series, HttpStatus status) {
        return new ModelAndView("indicator/definition-form", status)
                .addObject("series", series)
                .addObject("everyChannel", Channel.values())
                .addObject(
                        "kinds",
                        Stream.of(Kind.values())
                                .map(kind -> new Option(kind.name(), kind.title() + " : " + kind.form()))
                                .toList())
                .addObject(
                        "directions",
                        List.of(
                                new Option(Direction.HIGHER.name(), "Plus est mieux"),
                                new Option(Direction.LOWER.name(), "Moins est mieux")))
                .addObject(
                        "frequencies",
                        Stream.of(Frequency.values())
                                .map(one -> new Option(one.name(), one.title()))
                                .toList())
                .addObject(
                        "gatherings",
                        Stream.of(Gathering.values())
                                .map(one -> new Option(one.name(), one.title()))
                                .toList())
                .addObject("owners", owners(actor));
    }

    private List<Option> owners(Actor actor) {
        return Stream.concat(
                        Stream.of(Role.TEAM_LEAD, Role.QUALITY_MANAGER)
                                .map(role -> new Option(role.name(), Objects.requireNonNull(role.title()))),
                        organisation.peopleOf(actor.commune()).stream()
                                .map(person ->
                                        new Option(person.id().toString(), person.name() + ", " + person.capacity())))
                .toList();
    }
}
