package org.capaccueil.network.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.capaccueil.network.domain.Comparison;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PublicTime;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The observer's home, and where a commune that takes part finds itself beside the others. */
@Controller
class ComparisonPages {

    private final Comparison comparison;
    private final Clock clock;

    ComparisonPages(Comparison comparison, Clock clock) {
        this.comparison = comparison;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "network";
    }

    @GetMapping("/network/comparison")
    String comparison(Actor actor, Model page) {
        Comparison.Overview overview = comparison.of(actor);
        page.addAttribute("dense", true);
        page.addAttribute("observes", overview.observer());
        page.addAttribute("onlyObserves", actor.onlyObserves());
        page.addAttribute("takesPart", overview.takesPart());
        page.addAttribute("boards", ComparisonBoard.of(overview));
        return "network/comparison";
    }

    @GetMapping("/network/comparison.csv")
    ResponseEntity<byte[]> csv(Actor actor) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("comparaison-" + PublicTime.today(clock) + ".csv")
                                .build()
                                .toString())
                .body(ComparisonCsv.of(ComparisonBoard.of(comparison.of(actor))).getBytes(StandardCharsets.UTF_8));
    }
}
