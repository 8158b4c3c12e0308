package org.capaccueil.collection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.capaccueil.collection.domain.CollectionSheet;
import org.capaccueil.collection.domain.MeasureRow;
import org.capaccueil.collection.domain.Measuring;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/**
 * The page of the task « Relever les indicateurs ». Each line is a form of its own. With htmx a saved line answers with
 * its state only and never replaces a field: somebody may be typing in it.
 */
@Controller
@RequestMapping("/evaluations/{evaluation}/collection")
class CollectionPage {

    private static final String SHEET = "collection/sheet";

    private final Measuring measuring;

    CollectionPage(Measuring measuring) {
        this.measuring = measuring;
    }

    /** A line still to fill, with a link to it. */
    record Missing(String href, String label) {}

    @GetMapping
    String sheet(Actor actor, @PathVariable String evaluation, Model page) {
        show(measuring.sheet(actor, EvaluationId.of(evaluation)), null, page);
        return SHEET;
    }

    @PostMapping("/{indicator}/{channel}")
    String save(
            Actor actor,
            @PathVariable String evaluation,
            @PathVariable String indicator,
            @PathVariable String channel,
            MeasurementForm form,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        String key = indicator + "-" + channel;
        try {
            measuring.save(actor, id, indicator, channel(channel), form.seen(), form.figures());
        } catch (ChangedMeanwhile | StepNoLongerOpen overtaken) {
            if (htmx == null) {
                throw overtaken;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("sentence", overtaken.sentence());
            page.addAttribute(
                    "differences", overtaken instanceof ChangedMeanwhile changed ? changed.differences() : List.of());
            return answer(measuring.sheet(actor, id), key, null, page);
        } catch (NotFound | NotAllowed notHere) {
            throw notHere;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            CollectionSheet sheet = measuring.sheet(actor, id);
            String field = refusal.field() == null ? "value" : refusal.field();
            MeasureLine refused = new MeasureLine(sheet.row(key), form, Map.of(field, refusal.sentence()));
            if (htmx != null) {
                return answer(sheet, key, refused, page);
            }
            show(sheet, refused, page);
            return SHEET;
        }
        if (htmx != null) {
            return answer(measuring.sheet(actor, id), key, null, page);
        }
        flash.addFlashAttribute("notice", "La ligne est enregistrée.");
        return "redirect:/evaluations/" + id + "/collection#" + UriUtils.encode(key, StandardCharsets.UTF_8);
    }

    @PostMapping("/submission")
    String submit(
            Actor actor,
            @PathVariable String evaluation,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        try {
            measuring.submit(actor, id);
        } catch (NotFound | NotAllowed | StepNoLongerOpen elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal incomplete) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            show(measuring.sheet(actor, id), null, page);
            page.addAttribute("incomplete", incomplete.sentence());
            return SHEET;
        }
        flash.addFlashAttribute("notice", "Les chiffres sont soumis. Merci : ils ne changeront plus.");
        return "redirect:/evaluations/" + id + "/collection";
    }

    private static void show(CollectionSheet sheet, @Nullable MeasureLine refused, Model page) {
        page.addAttribute("section", "tasks");
        page.addAttribute("sheet", sheet);
        page.addAttribute(
                "groups",
                sheet.byChannel().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                group -> group.getValue().stream()
                                        .map(row ->
                                                refused != null && refused.key().equals(row.key())
                                                        ? refused
                                                        : MeasureLine.of(row, sheet))
                                        .toList(),
                                (one, other) -> one,
                                LinkedHashMap::new)));
        page.addAttribute("refused", refused);
        page.addAttribute("missing", missing(sheet));
    }

    private static String answer(CollectionSheet sheet, String key, @Nullable MeasureLine refused, Model page) {
        MeasureRow row = sheet.row(key);
        page.addAttribute("sheet", sheet);
        page.addAttribute("line", refused == null ? MeasureLine.of(row, sheet) : refused);
        page.addAttribute("missing", missing(sheet));
        return "collection/line :: answer";
    }

    private static List<Missing> missing(CollectionSheet sheet) {
        return sheet.missing().stream()
                .map(row -> new Missing(
                        "#" + row.key(),
                        row.channel().title() + " : " + row.indicator().titleFr()))
                .toList();
    }

    private static Channel channel(String code) {
        for (Channel channel : Channel.values()) {
            if (channel.code().equals(code)) {
                return channel;
            }
        }
        throw new NotFound();
    }
}
