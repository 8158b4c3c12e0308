package org.capaccueil.standard.web;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.PartSheet;
import org.capaccueil.standard.domain.StandardEditor;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.exchange.PartId;
import org.capaccueil.standard.exchange.Revision.PartFault;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of a draft: its tree, and one page for each part. Quality managers only; the use case sees to it. */
@Controller
class EditorPages {

    private final StandardEditor editor;
    private final Standards standards;

    EditorPages(StandardEditor editor, Standards standards) {
        this.editor = editor;
        this.standards = standards;
    }

    /** What has just been moved, to be said and gone on with; it waits in the session, which the database keeps. */
    record Moved(String word, String code, boolean up, String sentence) implements Serializable {

        static Moved to(int place, PartId part, boolean up) {
            String title = part.title();
            return new Moved(
                    part.part().code(),
                    part.code(),
                    up,
                    Character.toUpperCase(title.charAt(0)) + title.substring(1) + " est maintenant n° " + place + ".");
        }

        public boolean is(String otherWord, String otherCode) {
            return word.equals(otherWord) && code.equals(otherCode);
        }
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @GetMapping("/standards/{id}/edit")
    String tree(Actor actor, @PathVariable StandardVersionId id, Model page) {
        Standard draft = editor.draft(actor, id);
        page.addAttribute("tree", EditorTree.of(draft));
        page.addAttribute("withoutEnglish", PartLink.withoutEnglish(draft));
        page.addAttribute("version", standards.version(id));
        return "standard/edit";
    }

    /** A single part, or a new one of several. */
    @GetMapping("/standards/{id}/edit/{part}")
    ModelAndView blank(
            Actor actor,
            @PathVariable StandardVersionId id,
            @PathVariable("part") String word,
            @RequestParam(name = "in", defaultValue = "") String under) {
        Part part = PartAddress.part(word);
        Standard draft = editor.draft(actor, id);
        if (part.isSingle()) {
            return filled(draft, id, editor.part(actor, id, new PartId(part, "")));
        }
        return page(
                id, new PartId(part, ""), "", PartForm.of(PartFields.of(part, draft), Blanks.of(part, draft, under)));
    }

    @GetMapping("/standards/{id}/edit/{part}/{code}")
    ModelAndView part(
            Actor actor,
            @PathVariable StandardVersionId id,
            @PathVariable("part") String word,
            @PathVariable String code) {
        PartId part = PartAddress.of(word, code);
        return filled(editor.draft(actor, id), id, editor.part(actor, id, part));
    }

    private ModelAndView filled(Standard draft, StandardVersionId id, PartSheet sheet) {
        PartForm form = PartForm.of(PartFields.of(sheet.id().part(), draft), sheet.values());
        return page(id, sheet.id(), sheet.seal(), form);
    }

    @PostMapping("/standards/{id}/edit/{part}")
    ModelAndView add(
            Actor actor,
            @PathVariable StandardVersionId id,
            @PathVariable("part") String word,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        Part part = PartAddress.part(word);
        if (part.isSingle()) {
            return write(actor, id, new PartId(part, ""), seal, typed, next);
        }
        PartForm form = PartForm.typed(PartFields.of(part, editor.draft(actor, id)), typed);
        List<PartFault> faults = editor.add(actor, id, part, form.text("theme"), form.values(Map.of()));
        return answer(id, new PartId(part, ""), seal, form.faulted(faults), next);
    }

    @PostMapping("/standards/{id}/edit/{part}/{code}")
    ModelAndView save(
            Actor actor,
            @PathVariable StandardVersionId id,
            @PathVariable("part") String word,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return write(actor, id, PartAddress.of(word, code), seal, typed, next);
    }

    private ModelAndView write(
            Actor actor,
            StandardVersionId id,
            PartId part,
            String seal,
            MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        Standard draft = editor.draft(actor, id);
        PartForm form = PartForm.typed(PartFields.of(part.part(), draft), typed);
        try {
            Map<String, Object> values = form.values(editor.now(actor, id, part).values());
            return answer(id, part, seal, form.faulted(editor.write(actor, id, part, values, seal)), next);
        } catch (ChangedMeanwhile conflict) {
            ModelAndView page = page(id, part, editor.now(actor, id, part).seal(), form);
            page.setStatus(HttpStatus.CONFLICT);
            return page.addObject("sentence", conflict.sentence()).addObject("differences", conflict.differences());
        }
    }

    private ModelAndView answer(
            StandardVersionId id, PartId part, String seal, PartForm form, RedirectAttributes next) {
        if (!form.errors().isEmpty()) {
            ModelAndView page = page(id, part, seal, form);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        String code = form.text("code").strip();
        next.addFlashAttribute("notice", "Enregistré : " + new PartId(part.part(), code).title() + ".");
        return new ModelAndView(
                "redirect:/standards/" + id + "/edit" + PartAddress.anchor(new PartId(part.part(), code)));
    }

    @PostMapping("/standards/{id}/edit/{part}/{code}/move")
    String move(
            Actor actor,
            @PathVariable StandardVersionId id,
            @PathVariable("part") String word,
            @PathVariable String code,
            @RequestParam int by,
            RedirectAttributes next) {
        PartId part = PartAddress.of(word, code);
        int place = editor.move(actor, id, part, Integer.signum(by));
        next.addFlashAttribute("moved", Moved.to(place, part, by < 0));
        // no place in the address: with one, browsers would not give the button its focus back
        return "redirect:/standards/" + id + "/edit";
    }

    private ModelAndView page(StandardVersionId id, PartId part, String seal, PartForm form) {
        return new ModelAndView("standard/edit-part")
                .addObject("version", standards.version(id))
                .addObject("part", part)
                .addObject("seal", seal)
                .addObject("form", form);
    }
}
