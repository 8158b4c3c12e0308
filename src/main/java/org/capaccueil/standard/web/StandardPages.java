package org.capaccueil.standard.web;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The library of standards: everybody signed in reads. */
@Controller
class StandardPages {

    private final Standards standards;

    StandardPages(Standards standards) {
        this.standards = standards;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @ModelAttribute("editor")
    boolean editor(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER);
    }

    @GetMapping("/standards")
    String standards(Model page) {
        page.addAttribute("versions", standards.published());
        return "standard/standards";
    }

    @GetMapping("/standards/{id}")
    String standard(@PathVariable StandardVersionId id, Model page) {
        StandardVersionView version = standards.version(id);
        if (!version.published()) {
            throw new NotFound();
        }
        Standard standard = standards.content(id);
        page.addAttribute("version", version);
        page.addAttribute("standard", standard);
        page.addAttribute("criteria", standard.criteria().size());
        page.addAttribute(
                "mandatory",
                standard.criteria().stream().filter(Criterion::mandatory).count());
        return "standard/standard";
    }
}
