package org.capaccueil.label.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.capaccueil.label.domain.CampaignResults;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.PublicTime;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a campaign's steering reads: the dashboard, its table for a spreadsheet, and the results to be signed. */
@Controller
@RequestMapping("/campaigns/{id}")
class CampaignResultsPages {

    private static final String SELF = "autoevaluation";

    private final CampaignResults results;
    private final Clock clock;

    CampaignResultsPages(CampaignResults results, Clock clock) {
        this.results = results;
        this.clock = clock;
    }

    @ModelAttribute("section")
    String section() {
        return "campaigns";
    }

    @GetMapping("/dashboard")
    String dashboard(
            Actor actor, @PathVariable CampaignId id, @RequestParam(defaultValue = "audit") String scores, Model page) {
        page.addAttribute("dense", true);
        page.addAttribute("board", Dashboard.of(results.of(actor, id), scores.equals(SELF), today()));
        return "label/dashboard";
    }

    @GetMapping("/dashboard.csv")
    ResponseEntity<byte[]> csv(Actor actor, @PathVariable CampaignId id) {
        CampaignResults.Whole whole = results.of(actor, id);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("scores-" + today() + ".csv")
                                .build()
                                .toString())
                .body(ScoresCsv.of(whole).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/results")
    String results(Actor actor, @PathVariable CampaignId id, Model page) {
        CampaignResults.Whole whole = results.of(actor, id);
        page.addAttribute("dense", true);
        page.addAttribute("campaign", whole.campaign());
        page.addAttribute("commune", whole.commune().orElse(null));
        page.addAttribute("teams", whole.teams());
        page.addAttribute("contacts", whole.contacts());
        page.addAttribute(
                "missing",
                whole.teams().stream()
                        .flatMap(team -> Missing.of(team).stream())
                        .toList());
        return "label/results";
    }

    /** What a team lacks for its next level; each reason names the team, for it may be copied out of the page. */
    record Missing(String team, String level, List<String> reasons) {

        static Optional<Missing> of(TeamResult result) {
            String team = result.evaluation().teamName();
            return Optional.ofNullable(result.verdict())
                    .flatMap(verdict -> Optional.ofNullable(verdict.next()))
                    .map(next -> new Missing(
                            team,
                            next.level().title(),
                            next.missing().stream()
                                    .map(reason -> team + " : " + reason)
                                    .toList()));
        }
    }

    private LocalDate today() {
        return PublicTime.today(clock);
    }
}
