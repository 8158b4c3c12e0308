package org.capaccueil.standard.web;

import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.domain.LibraryReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a version says otherwise than another, and what that does to campaigns. */
@Controller
class DifferencePages {

    private final LibraryReading library;

    DifferencePages(LibraryReading library) {
        this.library = library;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @GetMapping("/standards/{id}/difference")
    String difference(
            Actor actor,
            @PathVariable StandardVersionId id,
            @RequestParam(name = "with", required = false) @Nullable StandardVersionId with,
            Model page) {
        StandardVersionView version = library.visible(actor, id);
        StandardVersionView other =
                with == null ? library.basis(actor, version).orElse(null) : library.visible(actor, with);
        page.addAttribute("version", version);
        page.addAttribute("others", library.others(actor, version));
        page.addAttribute("other", other);
        if (other != null) {
            page.addAttribute("comparison", library.compare(other, version));
            page.addAttribute("effects", library.effects(actor, version));
        }
        return "standard/difference";
    }
}
