package org.capaccueil.indicator.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.capaccueil.indicator.domain.ProgramDelivery;
import org.capaccueil.indicator.domain.RefusedBatch;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where programs deliver values and events. All or nothing; the key in {@code Idempotency-Key} makes a delivery that is
 * sent again the same delivery.
 */
@RestController
class IndicatorApi {

    private final ProgramDelivery delivery;

    IndicatorApi(ProgramDelivery delivery) {
        this.delivery = delivery;
    }

    @PostMapping("/api/indicators/values")
    ResponseEntity<?> values(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            InputStream body) {
        ProgramDelivery.requireMay(actor);
        return answer(() -> delivery.values(actor, key, content(body)));
    }

    @PostMapping("/api/indicators/events")
    ResponseEntity<?> events(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            InputStream body) {
        ProgramDelivery.requireMay(actor);
        return answer(() -> delivery.events(actor, key, content(body)));
    }

    /** Read once it is known who sends it, and no further than it may be long. */
    private static byte[] content(InputStream body) {
        byte[] content;
        try {
            content = body.readNBytes(ProgramDelivery.MAX_BYTES + 1);
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
        if (content.length == 0) {
            throw new BusinessRefusal("Le corps est vide. Envoyez un objet JSON.");
        }
        if (content.length > ProgramDelivery.MAX_BYTES) {
            throw new BusinessRefusal("L'envoi dépasse 10 Mo. Faites-en plusieurs, chacun avec sa clé.");
        }
        return content;
    }

    /** Who may not, and what is not there, is answered as everywhere; anything else that is wrong is told by element. */
    private static ResponseEntity<?> answer(Supplier<String> work) {
        try {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(work.get());
        } catch (NotAllowed | NotFound elsewhere) {
            throw elsewhere;
        } catch (BusinessRefusal refusal) {
            return refused(refusal);
        }
    }

    /** The index of an element counts from 0, as programs do. */
    private static ResponseEntity<ProblemDetail> refused(BusinessRefusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refusal.sentence());
        problem.setType(URI.create("about:blank"));
        problem.setTitle("Envoi refusé");
        if (refusal instanceof RefusedBatch batch) {
            problem.setProperty(
                    "errors",
                    batch.faults().stream()
                            .map(fault -> error(fault.line(), fault.title(), fault.sentence()))
                            .toList());
        } else if (refusal.field() != null) {
            problem.setProperty("errors", List.of(error(0, refusal.field(), refusal.sentence())));
        }
        return ResponseEntity.unprocessableEntity()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, Object> error(int number, @Nullable String field, String reason) {
        Map<String, Object> error = new LinkedHashMap<>();
        if (number > 0) {
            error.put("index", number - 1);
        }
        if (field != null) {
            error.put("field", field);
        }
        error.put("reason", reason);
        return error;
    }
}
