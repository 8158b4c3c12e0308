package org.capaccueil.standard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.domain.StandardEditor;
import org.capaccueil.standard.domain.StandardEditor.Weighing;
import org.capaccueil.standard.exchange.FieldNames;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.exchange.PartId;
import org.capaccueil.standard.exchange.Revision.PartFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The weights of a draft's themes, or of one theme's criteria, saved as they are typed. */
@Controller
class WeightPages {

    private static final String NOW = "weight-";
    private static final String WAS = "was-";

    private final StandardEditor editor;
    private final Standards standards;

    WeightPages(StandardEditor editor, Standards standards) {
        this.editor = editor;
        this.standards = standards;
    }

    @PostMapping("/standards/{id}/edit/weights")
    String weigh(
            Actor actor,
            @PathVariable StandardVersionId id,
            @RequestParam("part") String word,
            @RequestParam(defaultValue = "themes") String group,
            @RequestParam(defaultValue = "") String over,
            @RequestParam Map<String, String> typed,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        Part part = weighed(word);
        Map<String, Weighing> weights = weights(typed);
        List<PartFault> faults;
        try {
            faults = editor.weigh(actor, id, part, weights, over);
        } catch (ChangedMeanwhile conflict) {
            if (htmx == null) {
                throw conflict;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("sentence", conflict.sentence());
            page.addAttribute("differences", conflict.differences());
            page.addAttribute("over", editor.weightSeal(actor, id, part, weights.keySet()));
            return answer(id, group, weights, List.of(), false, page);
        }
        if (htmx == null) {
            if (!faults.isEmpty()) {
                throw new BusinessRefusal(faults.stream()
                        .map(fault -> "Le " + new PartId(part, fault.field()).title() + " : " + fault.sentence())
                        .collect(Collectors.joining(" ")));
            }
            next.addFlashAttribute("notice", "Les pondérations sont enregistrées.");
            return "redirect:/standards/" + id + "/edit";
        }
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return answer(id, group, weights, faults, faults.isEmpty(), page);
    }

    private String answer(
            StandardVersionId id,
            String group,
            Map<String, Weighing> weights,
            List<PartFault> faults,
            boolean saved,
            Model page) {
        page.addAttribute("version", standards.version(id));
        page.addAttribute("group", group);
        page.addAttribute("codes", weights.keySet());
        page.addAttribute(
                "errors",
                faults.stream().collect(Collectors.toMap(PartFault::field, PartFault::sentence, (one, other) -> one)));
        Map<String, Object> kept = new LinkedHashMap<>();
        if (saved) {
            weights.forEach((code, weight) -> kept.put(code, FieldNames.text("weight", weight.now())));
        }
        page.addAttribute("saved", kept);
        return "standard/edit :: weighed";
    }

    private static Map<String, Weighing> weights(Map<String, String> typed) {
        Map<String, Weighing> weights = new LinkedHashMap<>();
        typed.forEach((name, text) -> {
            if (name.startsWith(NOW)) {
                String code = name.substring(NOW.length());
                weights.put(code, new Weighing(typed.getOrDefault(WAS + code, ""), PartForm.number(text.strip())));
            }
        });
        return weights;
    }

    private static Part weighed(String word) {
        if (word.equals(Part.THEME.code())) {
            return Part.THEME;
        }
        if (word.equals(Part.CRITERION.code())) {
            return Part.CRITERION;
        }
        throw new NotFound();
    }
}
