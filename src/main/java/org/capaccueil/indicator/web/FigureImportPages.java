package org.capaccueil.indicator.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.capaccueil.indicator.domain.Definitions;
import org.capaccueil.indicator.domain.EventKind;
import org.capaccueil.indicator.domain.EventWithdrawal;
import org.capaccueil.indicator.domain.Imports;
import org.capaccueil.indicator.domain.Imports.DryRun;
import org.capaccueil.indicator.domain.Recipe;
import org.capaccueil.indicator.domain.Target;
import org.capaccueil.indicator.domain.Target.What;
import org.capaccueil.indicator.exchange.DateOrder;
import org.capaccueil.indicator.exchange.TableForm;
import org.capaccueil.indicator.web.IndicatorPages.Option;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing figures in from another tool's file: choose it, see how it is understood and what it would do, confirm. */
@Controller
class FigureImportPages {

    private final Imports imports;
    private final EventWithdrawal withdrawal;
    private final Definitions definitions;
    private final Organisation organisation;

    FigureImportPages(Imports imports, EventWithdrawal withdrawal, Definitions definitions, Organisation organisation) {
        this.imports = imports;
        this.withdrawal = withdrawal;
        this.definitions = definitions;
        this.organisation = organisation;
    }

    @ModelAttribute("section")
    String section() {
        return "indicators";
    }

    @GetMapping("/indicators/imports")
    ModelAndView blank(Actor actor) {
        return form(actor, HttpStatus.OK);
    }

    private ModelAndView form(Actor actor, HttpStatus status) {
        return new ModelAndView("indicator/import", status)
                .addObject("recipes", imports.recipes(actor))
                .addObject("eventFiles", withdrawal.files(actor));
    }

    @PostMapping("/indicators/imports")
    ModelAndView upload(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file) {
        try {
            UUID id = imports.upload(
                    actor,
                    file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    content(file));
            return new ModelAndView("redirect:/indicators/imports/" + id);
        } catch (NotAllowed elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal refusal) {
            return form(actor, HttpStatus.UNPROCESSABLE_ENTITY).addObject("fault", refusal.sentence());
        }
    }

    private static byte[] content(@Nullable MultipartFile file) {
        if (file == null) {
            return new byte[0];
        }
        try {
            return file.getBytes();
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }

    @GetMapping("/indicators/imports/{id}")
    ModelAndView dryRun(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean replace) {
        return page(actor, imports.dryRun(actor, id, replace), replace, HttpStatus.OK);
    }

    @PostMapping("/indicators/imports/{id}/reading")
    ModelAndView understand(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        TableForm before = imports.file(actor, id).recipe().form();
        return attempt(actor, id, false, () -> {
            imports.understand(actor, id, ImportForm.read(sent, before));
            return back(id);
        });
    }

    @PostMapping("/indicators/imports/{id}/recipe")
    ModelAndView take(Actor actor, @PathVariable UUID id, @RequestParam UUID recipe) {
        imports.take(actor, id, recipe);
        return back(id);
    }

    @PostMapping("/indicators/imports/{id}/recipe/keeping")
    ModelAndView keepRecipe(
            Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String name, RedirectAttributes next) {
        return attempt(actor, id, false, () -> {
            imports.keepRecipe(actor, id, name);
            next.addFlashAttribute(
                    "notice", "La recette est enregistrée : un fichier aux mêmes colonnes la prendra seul.");
            return back(id);
        });
    }

    @PostMapping("/indicators/imports/{id}/confirmation")
    ModelAndView confirm(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return attempt(actor, id, replace, () -> {
            String outcome = imports.confirm(actor, id, replace, reason);
            next.addFlashAttribute("notice", "L'import est confirmé : " + outcome + ".");
            return new ModelAndView("redirect:/indicators");
        });
    }

    @PostMapping("/indicators/imports/{id}/removal")
    String abandon(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        imports.abandon(actor, id);
        next.addFlashAttribute("notice", "L'import est abandonné, rien n'a changé.");
        return "redirect:/indicators/imports";
    }

    @PostMapping("/indicators/imports/{id}/withdrawal")
    String withdraw(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        next.addFlashAttribute(
                "notice",
                "L'import est retiré : " + withdrawal.withdraw(actor, id)
                        + ", et les chiffres sont recalculés. Le fichier corrigé peut être importé.");
        return "redirect:/indicators/imports";
    }

    @PostMapping("/indicators/recipes/{id}/removal")
    String removeRecipe(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        imports.removeRecipe(actor, id);
        next.addFlashAttribute("notice", "La recette est supprimée.");
        return "redirect:/indicators/imports";
    }

    private interface Step {
        ModelAndView take();
    }

    /** A refusal is said on the page of the file, which stays as it was. */
    private ModelAndView attempt(Actor actor, UUID id, boolean replace, Step step) {
        try {
            return step.take();
        } catch (NotFound | NotAllowed | StepNoLongerOpen elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal refusal) {
            return page(actor, imports.dryRun(actor, id, replace), replace, HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("sentence", refusal.sentence())
                    .addObject("field", refusal.field());
        }
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/indicators/imports/" + id);
    }

    /** A column of the file, and what it says now. */
    record Column(String title, String target) {}

    private ModelAndView page(Actor actor, DryRun run, boolean replace, HttpStatus status) {
        Recipe recipe = run.file().recipe();
        return new ModelAndView("indicator/import-dry-run", status)
                .addObject("dense", true)
                .addObject("run", run)
                .addObject("recipe", recipe)
                .addObject("replace", replace)
                .addObject(
                        "columns",
                        run.titles().stream()
                                .distinct()
                                .map(title -> new Column(title, recipe.columns().getOrDefault(title, "")))
                                .toList())
                .addObject("targets", targets(actor, recipe.kind()))
                .addObject("recipes", imports.recipes(actor))
                .addObject(
                        "kinds",
                        options(Arrays.stream(Recipe.Kind.values()).map(kind -> new Option(kind.name(), kind.title()))))
                .addObject(
                        "charsets",
                        options(TableForm.CHARSETS.entrySet().stream()
                                .map(one -> new Option(one.getKey(), one.getValue()))))
                .addObject(
                        "delimiters",
                        options(TableForm.DELIMITERS.entrySet().stream()
                                .map(one -> new Option(
                                        one.getKey() == '\t'
                                                ? "tab"
                                                : one.getKey().toString(),
                                        one.getValue()))))
                .addObject(
                        "delimiter",
                        recipe.form().delimiter() == '\t'
                                ? "tab"
                                : String.valueOf(recipe.form().delimiter()))
                .addObject("decimal", String.valueOf(recipe.form().decimal()))
                .addObject(
                        "orders",
                        options(Arrays.stream(DateOrder.values())
                                .map(order -> new Option(order.name(), order.title()))))
                .addObject(
                        "teams",
                        organisation.teamsOf(actor.commune()).stream()
                                .filter(TeamView::active)
                                .toList())
                .addObject("everyChannel", Channel.values());
    }

    private static List<Option> options(java.util.stream.Stream<Option> all) {
        return all.toList();
    }

    /** Everything a column can say, the quantities of the commune's indicators by their names. */
    private List<Option> targets(Actor actor, Recipe.Kind kind) {
        List<Option> options = new ArrayList<>();
        List<What> plain = kind == Recipe.Kind.VALUES
                ? List.of(
                        What.TEAM,
                        What.CHANNEL,
                        What.PERIOD,
                        What.INDICATOR,
                        What.PART,
                        What.BASE,
                        What.SOURCE,
                        What.NOTE)
                : List.of(What.TEAM, What.CHANNEL, What.CONTACT, What.ID, What.EVENT, What.AT);
        plain.forEach(what -> options.add(new Option(what.name(), what.title())));
        if (kind == Recipe.Kind.EVENTS) {
            Arrays.stream(EventKind.values())
                    .forEach(one -> options.add(
                            new Option(new Target(What.MOMENT, one.name()).word(), "Moment : " + one.title())));
        } else {
            TreeMap<String, String> quantities = new TreeMap<>();
            definitions.of(actor.commune()).stream()
                    .filter(one -> one.isInUse())
                    .flatMap(one -> one.formula().quantities().stream())
                    .forEach(quantity -> quantities.put(quantity.name(), quantity.key()));
            quantities.forEach((name, key) ->
                    options.add(new Option(new Target(What.QUANTITY, key).word(), "Quantité : " + name)));
        }
        return options;
    }
}
