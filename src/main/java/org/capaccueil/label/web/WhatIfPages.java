package org.capaccueil.label.web;

import org.capaccueil.label.domain.WhatIf;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.StandardVersionId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What a version's label rules would have made of past campaigns, for the quality manager who changes them. */
@Controller
class WhatIfPages {

    private final WhatIf whatIf;

    WhatIfPages(WhatIf whatIf) {
        this.whatIf = whatIf;
    }

    @ModelAttribute("section")
    String section() {
        return "standards";
    }

    @GetMapping("/standards/{id}/what-if")
    String comparison(Actor actor, @PathVariable StandardVersionId id, Model page) {
        WhatIf.Comparison comparison = whatIf.of(actor, id);
        page.addAttribute("version", comparison.version());
        page.addAttribute("comparison", comparison);
        return "label/what-if";
    }
}
