package org.capaccueil.assessment.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.capaccueil.assessment.SelfAssessments.EvidenceFile;
import org.capaccueil.assessment.domain.AssessmentDecisions;
import org.capaccueil.assessment.domain.AssessmentReading;
import org.capaccueil.assessment.domain.AssessmentSheet;
import org.capaccueil.assessment.domain.EvidenceDesk;
import org.capaccueil.assessment.domain.RatingRow;
import org.capaccueil.assessment.domain.SelfRatingDesk;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.standard.Grade;
import org.capaccueil.standard.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team rates itself; everybody concerned reads; the quality manager accepts or returns. */
@Controller
@RequestMapping("/evaluations/{id}/self-assessment")
class AssessmentPages {

    private final AssessmentReading reading;
    private final SelfRatingDesk rating;
    private final EvidenceDesk filing;
    private final AssessmentDecisions decisions;

    AssessmentPages(
            AssessmentReading reading, SelfRatingDesk rating, EvidenceDesk filing, AssessmentDecisions decisions) {
        this.reading = reading;
        this.rating = rating;
        this.filing = filing;
        this.decisions = decisions;
    }

    @GetMapping
    ModelAndView sheet(Actor actor, @PathVariable String id, @RequestParam(required = false) @Nullable String theme) {
        return page(actor, EvaluationId.of(id), theme, HttpStatus.OK);
    }

    /** The quality manager reads the same page and finds the decision at its end. */
    @GetMapping("/review")
    ModelAndView review(Actor actor, @PathVariable String id, @RequestParam(required = false) @Nullable String theme) {
        return page(actor, EvaluationId.of(id), theme, HttpStatus.OK);
    }

    private ModelAndView page(Actor actor, EvaluationId id, @Nullable String theme, HttpStatus status) {
        AssessmentSheet sheet = reading.sheet(actor, id);
        return new ModelAndView("assessment/sheet", status)
                .addObject("section", "tasks")
                .addObject("roomy", true)
                .addObject("sheet", sheet)
                .addObject("shown", sheet.theme(theme));
    }

    /** What the page sends for one answer. */
    record AnswerForm(
            String criterion,
            String place,
            long version,
            @Nullable String grade,
            @Nullable String reason,
            @Nullable String comment) {

        /** The three states: a value, not applicable with its reason, not rated. */
        @Nullable
        Grade given() {
            if (grade == null || grade.isBlank()) {
                return null;
            }
            if (grade.equals("N")) {
                return Grade.notApplicable(reason == null ? "" : reason);
            }
            try {
                return Grade.of(Integer.parseInt(grade));
            } catch (NumberFormatException notAValue) {
                throw new BusinessRefusal("grade", "Cette cotation n'existe pas dans le référentiel.");
            }
        }

        String key() {
            return criterion + "-" + place;
        }
    }

    @HxRequest
    @PostMapping("/answers")
    ModelAndView answer(Actor actor, @PathVariable String id, AnswerForm form) {
        try {
            rate(actor, EvaluationId.of(id), form);
            return answered(HttpStatus.OK, form, versionNow(actor, EvaluationId.of(id), form));
        } catch (ChangedMeanwhile conflict) {
            return answered(HttpStatus.CONFLICT, form, versionNow(actor, EvaluationId.of(id), form))
                    .addObject("conflict", conflict);
        } catch (StepNoLongerOpen closed) {
            return answered(HttpStatus.CONFLICT, form, form.version()).addObject("refused", closed.sentence());
        } catch (NotFound | NotAllowed hidden) {
            throw hidden;
        } catch (BusinessRefusal refusal) {
            return answered(HttpStatus.UNPROCESSABLE_ENTITY, form, form.version())
                    .addObject("refused", refusal.sentence());
        }
    }

    private static ModelAndView answered(HttpStatus status, AnswerForm form, long version) {
        return new ModelAndView("assessment/sheet :: answered", status)
                .addObject("key", form.key())
                .addObject("version", version);
    }

    private void rate(Actor actor, EvaluationId id, AnswerForm form) {
        rating.rate(actor, id, form.criterion(), Place.of(form.place()), form.version(), form.given(), form.comment());
    }

    /** After a conflict too: the next save of a person who has seen both versions is a decision, not an accident. */
    private long versionNow(Actor actor, EvaluationId id, AnswerForm form) {
        return reading.sheet(actor, id).criterion(form.criterion()).ratings().stream()
                .filter(row -> row.key().equals(form.key()))
                .mapToLong(RatingRow::version)
                .findFirst()
                .orElse(form.version());
    }

    /** Without JavaScript: the same, as a whole page. */
    @PostMapping("/answers")
    String answerWithoutScript(Actor actor, @PathVariable String id, AnswerForm form, RedirectAttributes flash) {
        rate(actor, EvaluationId.of(id), form);
        flash.addFlashAttribute("notice", "La réponse est enregistrée.");
        return "redirect:/evaluations/" + EvaluationId.of(id) + "/self-assessment?theme="
                + themeOf(actor, id, form.criterion()) + "#" + form.key();
    }

    @PostMapping("/evidence/file")
    Object addFile(
            Actor actor,
            @PathVariable String id,
            @RequestParam String criterion,
            @RequestParam MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        byte[] bytes = file.getBytes();
        return filed(
                actor,
                id,
                criterion,
                flash,
                "",
                "",
                () -> filing.addFile(actor, EvaluationId.of(id), criterion, name, bytes));
    }

    @PostMapping("/evidence/link")
    Object addLink(
            Actor actor,
            @PathVariable String id,
            @RequestParam String criterion,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String link,
            RedirectAttributes flash) {
        return filed(
                actor,
                id,
                criterion,
                flash,
                title,
                link,
                () -> filing.addLink(actor, EvaluationId.of(id), criterion, title, link));
    }

    private Object filed(
            Actor actor,
            String id,
            String criterion,
            RedirectAttributes flash,
            String title,
            String link,
            Runnable file) {
        try {
            file.run();
        } catch (NotFound | NotAllowed | StepNoLongerOpen passedOn) {
            throw passedOn;
        } catch (BusinessRefusal refusal) {
            return page(actor, EvaluationId.of(id), themeOf(actor, id, criterion), HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("refusedCriterion", criterion)
                    .addObject("refusedSentence", refusal.sentence())
                    .addObject("refusedField", refusal.field())
                    .addObject("typedTitle", title)
                    .addObject("typedLink", link);
        }
        flash.addFlashAttribute("notice", "La preuve est ajoutée au critère " + criterion + ".");
        return "redirect:/evaluations/" + EvaluationId.of(id) + "/self-assessment?theme="
                + themeOf(actor, id, criterion) + "#evidence-" + criterion;
    }

    private String themeOf(Actor actor, String id, String criterion) {
        return reading.sheet(actor, EvaluationId.of(id))
                .themeWith(criterion)
                .theme()
                .code();
    }

    @PostMapping("/evidence/{evidence}/remove")
    String removeEvidence(Actor actor, @PathVariable String id, @PathVariable UUID evidence, RedirectAttributes flash) {
        filing.remove(actor, EvaluationId.of(id), evidence);
        flash.addFlashAttribute("notice", "La preuve est retirée.");
        return "redirect:/evaluations/" + EvaluationId.of(id) + "/self-assessment";
    }

    @GetMapping("/evidence/{evidence}")
    ResponseEntity<byte[]> evidence(Actor actor, @PathVariable String id, @PathVariable UUID evidence) {
        EvidenceFile file = filing.file(actor, EvaluationId.of(id), evidence);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file.bytes());
    }

    @PostMapping("/submit")
    Object submit(Actor actor, @PathVariable String id, RedirectAttributes flash) {
        EvaluationId evaluation = EvaluationId.of(id);
        List<AssessmentSheet.Missing> missing = reading.sheet(actor, evaluation).missing();
        try {
            decisions.submit(actor, evaluation);
        } catch (NotFound | NotAllowed | StepNoLongerOpen passedOn) {
            throw passedOn;
        } catch (BusinessRefusal refusal) {
            return page(actor, evaluation, null, HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("refusal", refusal.sentence())
                    .addObject("missing", missing);
        }
        flash.addFlashAttribute("notice", "L'autoévaluation est soumise. Le référent qualité la relit.");
        return "redirect:/tasks";
    }

    @PostMapping("/review/accept")
    String accept(Actor actor, @PathVariable String id, RedirectAttributes flash) {
        decisions.accept(actor, EvaluationId.of(id));
        flash.addFlashAttribute("notice", "L'autoévaluation est acceptée et figée. L'audit peut commencer.");
        return "redirect:/tasks";
    }

    @PostMapping("/review/return")
    Object returnToTeam(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        try {
            decisions.returnToTeam(actor, EvaluationId.of(id), reason);
        } catch (NotFound | NotAllowed | StepNoLongerOpen passedOn) {
            throw passedOn;
        } catch (BusinessRefusal refusal) {
            return page(actor, EvaluationId.of(id), null, HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("typedReason", reason)
                    .addObject("reasonError", refusal.sentence());
        }
        flash.addFlashAttribute("notice", "L'autoévaluation est renvoyée à l'équipe avec votre raison.");
        return "redirect:/tasks";
    }
}
