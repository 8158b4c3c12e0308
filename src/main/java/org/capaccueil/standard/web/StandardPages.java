package org.capaccueil.standard.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.LibraryReading;
import org.capaccueil.standard.domain.LibraryReading.Shelf;
import org.capaccueil.standard.domain.SharedStandards;
import org.capaccueil.trail.Trail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The library of standards: everybody signed in reads what is published, quality managers drafts as well. */
@Controller
class StandardPages {

    private final LibraryReading library;
    private final SharedStandards shared;
    private final Standards standards;
    private final Trail trail;

    StandardPages(LibraryReading library, SharedStandards shared, Standards standards, Trail trail) {
        this.library = library;
        this.shared = shared;
        this.standards = standards;
        this.trail = trail;
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
    String standards(Actor actor, Model page) {
        List<Shelf> shelves = library.shelves(actor);
        page.addAttribute("shelves", shelves);
        page.addAttribute(
                "origins",
                shelves.stream()
                        .filter(shelf -> shelf.from() != null)
                        .map(Shelf::from)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), shared::from)));
        page.addAttribute("offers", shared.offers(actor));
        return "standard/standards";
    }

    @GetMapping("/standards/{id}")
    String standard(Actor actor, @PathVariable StandardVersionId id, Model page) {
        StandardVersionView version = library.visible(actor, id);
        Standard standard = standards.content(id);
        page.addAttribute("version", version);
        page.addAttribute("basis", library.basis(actor, version).orElse(null));
        page.addAttribute("origin", library.origin(actor, version).orElse(null));
        page.addAttribute("standard", standard);
        page.addAttribute("own", library.owns(actor, version));
        page.addAttribute("standing", shared.standing(actor, version));
        page.addAttribute("criteria", standard.criteria().size());
        page.addAttribute(
                "mandatory",
                standard.criteria().stream().filter(Criterion::mandatory).count());
        if (editor(actor) && (version.owner() == null || library.owns(actor, version))) {
            List<Trail.Line> lines = new ArrayList<>(trail.of(id));
            Collections.reverse(lines);
            page.addAttribute("journal", lines);
        }
        if (version.isDraft()) {
            page.addAttribute("faults", PartLink.faults(standard));
        }
        return "standard/standard";
    }
}
