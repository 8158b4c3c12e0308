package org.capaccueil.campaign.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.campaign.domain.CampaignOverview;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Line;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal of a campaign or an evaluation, newest line first, for whoever may see the thing itself. */
@Controller
class TrailPages {

    private static final int LINES_A_PAGE = 100;

    private final Trail trail;
    private final CampaignOverview overview;
    private final Evaluations evaluations;

    TrailPages(Trail trail, CampaignOverview overview, Evaluations evaluations) {
        this.trail = trail;
        this.overview = overview;
        this.evaluations = evaluations;
    }

    @ModelAttribute("section")
    String section() {
        return "campaigns";
    }

    @GetMapping("/campaigns/{id}/trail")
    String ofCampaign(
            Actor actor,
            @PathVariable CampaignId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        CampaignView campaign = overview.campaign(actor, id);
        model.addAttribute("about", campaign.name());
        model.addAttribute("back", "/campaigns/" + id);
        return show(trail.of(id), q, page, model);
    }

    @GetMapping("/evaluations/{id}/trail")
    String ofEvaluation(
            Actor actor,
            @PathVariable EvaluationId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        EvaluationView evaluation = evaluations.visibleTo(actor, id);
        model.addAttribute("about", evaluation.teamName() + " · " + evaluation.campaignName());
        model.addAttribute("back", "/evaluations/" + id);
        boolean insider = actor.belongsTo(evaluation.team());
        return show(
                trail.of(id).stream()
                        .map(line -> insider ? line : line.asReadOutsideTheTeam())
                        .toList(),
                q,
                page,
                model);
    }

    private static String show(List<Line> lines, String q, int page, Model model) {
        String wanted = q.strip().toLowerCase(Locale.FRENCH);
        List<Line> found = new ArrayList<>(
                lines.stream().filter(line -> words(line).contains(wanted)).toList());
        Collections.reverse(found);
        int at = Math.max(0, Math.min(page, (found.size() - 1) / LINES_A_PAGE));
        model.addAttribute("total", lines.size());
        model.addAttribute("found", found.size());
        model.addAttribute(
                "lines",
                found.stream()
                        .skip((long) at * LINES_A_PAGE)
                        .limit(LINES_A_PAGE)
                        .toList());
        model.addAttribute("page", at);
        model.addAttribute("hasMore", (at + 1) * LINES_A_PAGE < found.size());
        model.addAttribute("q", q.strip());
        return "campaign/trail";
    }

    private static String words(Line line) {
        return Stream.of(line.actor(), line.subject(), line.action(), line.before(), line.after(), line.reason())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.FRENCH);
    }
}
