package org.capaccueil.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.assessment.SelfAssessments.EvidenceFile;
import org.capaccueil.assessment.domain.AssessmentReading;
import org.capaccueil.assessment.domain.AssessmentSheet;
import org.capaccueil.assessment.domain.EvidenceDesk;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StepNoLongerOpen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Evidence of a criterion: given, taken back, downloaded. */
@Controller
@RequestMapping("/evaluations/{evaluation}/self-assessment/evidence")
class EvidencePages {

    private final EvidenceDesk evidence;
    private final AssessmentReading reading;

    EvidencePages(EvidenceDesk evidence, AssessmentReading reading) {
        this.evidence = evidence;
        this.reading = reading;
    }

    @PostMapping("/{criterion}/files")
    String addFile(
            Actor actor,
            @PathVariable String evaluation,
            @PathVariable String criterion,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash)
            throws IOException {
        EvaluationId id = EvaluationId.of(evaluation);
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        return change(actor, id, criterion, "La preuve est ajoutée.", response, page, flash, () -> {
            if (name.isEmpty()) {
                throw new BusinessRefusal("file", "Choisissez d'abord un fichier.");
            }
            evidence.addFile(actor, id, criterion, name, bytes);
        });
    }

    @PostMapping("/{criterion}/links")
    String addLink(
            Actor actor,
            @PathVariable String evaluation,
            @PathVariable String criterion,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String link,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        page.addAttribute("typedTitle", title);
        page.addAttribute("typedLink", link);
        return change(
                actor,
                id,
                criterion,
                "Le lien est ajouté.",
                response,
                page,
                flash,
                () -> evidence.addLink(actor, id, criterion, title, link));
    }

    @PostMapping("/{criterion}/{piece}/removal")
    String remove(
            Actor actor,
            @PathVariable String evaluation,
            @PathVariable String criterion,
            @PathVariable UUID piece,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash) {
        EvaluationId id = EvaluationId.of(evaluation);
        return change(
                actor,
                id,
                criterion,
                "La preuve est retirée.",
                response,
                page,
                flash,
                () -> evidence.remove(actor, id, piece));
    }

    /** Always a download, never a page: what somebody uploaded does not run here. */
    @GetMapping("/{piece}")
    ResponseEntity<byte[]> download(Actor actor, @PathVariable String evaluation, @PathVariable UUID piece) {
        EvidenceFile file = evidence.file(actor, EvaluationId.of(evaluation), piece);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(file.contentType()));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.setCacheControl(CacheControl.noStore());
        return new ResponseEntity<>(file.bytes(), headers, HttpStatus.OK);
    }

    private String change(
            Actor actor,
            EvaluationId id,
            String criterion,
            String done,
            HttpServletResponse response,
            Model page,
            RedirectAttributes flash,
            Runnable change) {
        try {
            change.run();
        } catch (NotFound | NotAllowed | StepNoLongerOpen elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            AssessmentSheet sheet = reading.sheet(actor, id);
            page.addAttribute("evidenceOf", criterion);
            page.addAttribute(
                    "evidenceErrors", Map.of(refusal.field() == null ? "file" : refusal.field(), refusal.sentence()));
            return SelfAssessmentPages.show(sheet, sheet.themeWith(criterion), null, page);
        }
        flash.addFlashAttribute("notice", done);
        AssessmentSheet sheet = reading.sheet(actor, id);
        return "redirect:"
                + PageAddress.theme(
                        sheet.address(), sheet.themeWith(criterion).theme().code()) + PageAddress.anchor(criterion);
    }
}
