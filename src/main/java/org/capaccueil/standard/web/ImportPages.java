package org.capaccueil.standard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.domain.StandardImports;
import org.capaccueil.standard.domain.StandardUploads;
import org.capaccueil.standard.domain.StandardUploads.Checked;
import org.capaccueil.standard.exchange.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing a standard in from a file: check, look, confirm. */
@Controller
class ImportPages {

    private final StandardUploads uploads;
    private final StandardImports imports;

    ImportPages(StandardUploads uploads, StandardImports imports) {
        this.uploads = uploads;
        this.imports = imports;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @GetMapping("/standards/import")
    ModelAndView blank(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return new ModelAndView("standard/import").addObject("faults", List.of());
    }

    @PostMapping("/standards/import")
    ModelAndView check(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file) {
        Checked checked = uploads.check(actor, name(file), content(file));
        if (checked.id() != null) {
            return new ModelAndView("redirect:/standards/import/" + checked.id());
        }
        return refused(HttpStatus.UNPROCESSABLE_ENTITY, checked.faults()).addObject("fileName", name(file));
    }

    /** The form once more, with what is wrong with the file. */
    static ModelAndView refused(HttpStatus status, List<Fault> faults) {
        return new ModelAndView("standard/import", status)
                .addObject("faults", faults.stream().map(ShownFault::of).toList());
    }

    /** A fault with its place as the beginning of a sentence. */
    record ShownFault(String place, String sentence) {

        static ShownFault of(Fault fault) {
            String at = fault.at();
            return new ShownFault(
                    at.isEmpty() ? "Tout le fichier" : Character.toUpperCase(at.charAt(0)) + at.substring(1),
                    fault.sentence());
        }
    }

    @GetMapping("/standards/import/{id}")
    ModelAndView dryRun(Actor actor, @PathVariable UUID id) {
        return new ModelAndView("standard/import-dry-run").addObject("run", imports.dryRun(actor, id));
    }

    @PostMapping("/standards/import/{id}/confirmation")
    ModelAndView confirm(Actor actor, @PathVariable UUID id, @RequestParam long lock, RedirectAttributes next) {
        try {
            String draft = imports.confirm(actor, id, lock).toString();
            next.addFlashAttribute(
                    "notice", "Le brouillon est enregistré. Relisez-le, modifiez-le au besoin, puis publiez-le.");
            return new ModelAndView("redirect:/standards/" + draft);
        } catch (NotFound | NotAllowed elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal overtaken) {
            return new ModelAndView("standard/import-dry-run", HttpStatus.CONFLICT)
                    .addObject("run", imports.dryRun(actor, id))
                    .addObject("sentence", overtaken.sentence());
        }
    }

    @PostMapping("/standards/import/{id}/removal")
    String abandon(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        imports.abandon(actor, id);
        next.addFlashAttribute("notice", "L'import est abandonné, rien n'a changé.");
        return "redirect:/standards";
    }

    private static String name(@Nullable MultipartFile file) {
        return file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
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
}
