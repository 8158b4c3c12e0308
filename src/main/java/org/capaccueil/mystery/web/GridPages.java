package org.capaccueil.mystery.web;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.capaccueil.mystery.domain.GridDesk;
import org.capaccueil.mystery.domain.GridItem;
import org.capaccueil.mystery.domain.GridView;
import org.capaccueil.mystery.domain.Measure;
import org.capaccueil.mystery.domain.Moment;
import org.capaccueil.mystery.domain.VisitKind;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.TypedNumber;
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

/** The editions of the grid, and the lines of a draft. */
@Controller
@RequestMapping("/mystery/grids")
class GridPages {

    private final GridDesk desk;

    GridPages(GridDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute("section")
    String section() {
        return "mystery";
    }

    /**
     * A line of the grid as it is typed.
     *
     * @param code empty for a new one
     */
    record ItemForm(
            @Nullable String code,
            @Nullable Moment moment,
            @Nullable String text,
            @Nullable Measure measure,
            @Nullable String most,
            @Nullable Boolean optional,
            @Nullable Set<VisitKind> kinds) {

        static ItemForm empty() {
            return new ItemForm("", Moment.ACCESS, "", Measure.POINTS, "2", false, Set.of(VisitKind.values()));
        }

        static ItemForm of(GridItem item) {
            return new ItemForm(
                    item.code(),
                    item.moment(),
                    item.text(),
                    item.measure(),
                    Integer.toString(item.most()),
                    item.optional(),
                    item.kinds());
        }

        public boolean isNew() {
            return code == null || code.isBlank();
        }

        GridItem item() {
            Integer number = TypedNumber.whole("most", most);
            return new GridItem(
                    code == null ? "" : code,
                    moment == null ? Moment.ACCESS : moment,
                    text == null ? "" : text,
                    measure == null ? Measure.POINTS : measure,
                    number == null ? 0 : number,
                    optional != null && optional,
                    kinds == null
                            ? Set.of()
                            : kinds.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
        }
    }

    @GetMapping
    ModelAndView editions(Actor actor) {
        return new ModelAndView("mystery/grids").addObject("editions", desk.editions(actor));
    }

    @PostMapping
    ModelAndView begin(Actor actor, RedirectAttributes next) {
        return done(desk.begin(actor), "L'édition suivante est un brouillon. Adaptez-la, puis publiez-la.", next);
    }

    @GetMapping("/{id}")
    ModelAndView edition(Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable String item) {
        GridView grid = desk.edition(actor, id);
        return page(grid, HttpStatus.OK)
                .addObject(
                        "form",
                        item == null
                                ? ItemForm.empty()
                                : ItemForm.of(grid.text().item(item).orElseThrow(NotFound::new)));
    }

    @PostMapping("/{id}/items")
    ModelAndView save(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") ItemForm form,
            BindingResult faults,
            RedirectAttributes next) {
        boolean saved = Attempt.run(faults, () -> {
            if (form.isNew()) {
                desk.add(actor, id, version, form.item());
            } else {
                desk.reword(actor, id, version, form.item());
            }
        });
        return saved
                ? done(id, "La ligne est enregistrée.", next)
                : page(desk.edition(actor, id), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @PostMapping("/{id}/items/removal")
    ModelAndView remove(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam String code,
            RedirectAttributes next) {
        desk.remove(actor, id, version, code);
        return done(id, "La ligne est retirée.", next);
    }

    @PostMapping("/{id}/publication")
    ModelAndView publish(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.publish(actor, id);
        return done(id, "L'édition est publiée : les prochaines vagues la prennent.", next);
    }

    private static ModelAndView page(GridView grid, HttpStatus status) {
        return new ModelAndView("mystery/grid", status)
                .addObject("grid", grid)
                .addObject("everyMoment", Moment.values())
                .addObject("everyMeasure", Measure.values())
                .addObject("everyKind", VisitKind.values());
    }

    private static ModelAndView done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/mystery/grids/" + id);
    }
}
