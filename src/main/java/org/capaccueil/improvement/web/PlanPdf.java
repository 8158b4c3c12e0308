package org.capaccueil.improvement.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.capaccueil.improvement.domain.PlanReading;
import org.capaccueil.improvement.domain.PlanView;
import org.capaccueil.improvement.domain.PrintView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A plan's PDF, exactly the bytes that are stored; never drawn up here. */
@Controller
class PlanPdf {

    private final PlanReading reading;

    PlanPdf(PlanReading reading) {
        this.reading = reading;
    }

    /** The signed one, or the one to sign. */
    @GetMapping("/evaluations/{id}/plan/pdf")
    ResponseEntity<byte[]> current(Actor actor, @PathVariable String id) {
        PlanView plan = reading.read(actor, EvaluationId.of(id));
        PrintView print = plan.print();
        if (print == null) {
            throw new NotFound();
        }
        return file(actor, plan, print);
    }

    /** An older one: what was sent back stays readable. */
    @GetMapping("/evaluations/{id}/plan/pdf/{report}")
    ResponseEntity<byte[]> older(Actor actor, @PathVariable String id, @PathVariable UUID report) {
        PlanView plan = reading.read(actor, EvaluationId.of(id));
        PrintView print = plan.prints().stream()
                .filter(one -> one.report().equals(report))
                .findFirst()
                .orElseThrow(NotFound::new);
        return file(actor, plan, print);
    }

    private ResponseEntity<byte[]> file(Actor actor, PlanView plan, PrintView print) {
        String name = "plan-action-" + plain(plan.evaluation().teamName()) + "-v" + print.edition() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .body(reading.pdf(actor, plan.evaluation().id(), print));
    }

    /** Letters, digits and dashes only: a team's name must not be able to say anything in a header. */
    private static String plain(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "equipe" : plain;
    }
}
