package org.capaccueil.assessment.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.capaccueil.assessment.domain.AssessmentSheet;
import org.capaccueil.assessment.domain.AssessmentSheet.CriterionSheet;
import org.capaccueil.assessment.domain.AssessmentSheet.ThemeSheet;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.TeamScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A standard as a team will see it when it rates itself, before any team does: the fields of its sheet, out of use. */
@Controller
class PreviewPage {

    private final Standards standards;

    PreviewPage(Standards standards) {
        this.standards = standards;
    }

    /** What the fragments of the team's sheet ask of a sheet; nothing is sent to its address. */
    record Sheet(String address, boolean mayRate, boolean mayGiveEvidence, Map<String, String> people) {}

    /**
     * Shows one theme.
     *
     * @param channels the team's; none given means all
     * @param asked whether the form has been sent: a box that is not ticked then means no
     */
    @GetMapping("/standards/{id}/preview")
    String preview(
            Actor actor,
            @PathVariable StandardVersionId id,
            @RequestParam(name = "channel", defaultValue = "") List<String> channels,
            @RequestParam(defaultValue = "false") boolean organisation,
            @RequestParam(defaultValue = "false") boolean asked,
            @RequestParam(defaultValue = "") String theme,
            Model page) {
        StandardVersionView version = standards.readable(actor, id);
        TeamScope team = new TeamScope(
                channels.isEmpty() && !asked
                        ? EnumSet.allOf(Channel.class)
                        : channels.stream().map(PreviewPage::channel).collect(Collectors.toSet()),
                organisation || !asked);
        page.addAttribute("section", "standards");
        page.addAttribute("version", version);
        page.addAttribute("team", team);
        page.addAttribute("allChannels", Channel.values());
        page.addAttribute("editor", actor.is(Role.QUALITY_MANAGER));
        Standard standard = standards.content(id);
        List<String> unrateable = unrateable(standard);
        page.addAttribute("unrateable", unrateable);
        List<ThemeSheet> themes =
                unrateable.isEmpty() && isSomebody(team) ? AssessmentSheet.blank(standard, team) : List.of();
        page.addAttribute("nobody", !isSomebody(team));
        page.addAttribute("themes", themes);
        page.addAttribute(
                "answers", themes.stream().mapToInt(ThemeSheet::expected).sum());
        ThemeSheet shown = shown(themes, theme);
        page.addAttribute("shown", shown);
        page.addAttribute("lines", shown == null ? Map.of() : lines(shown));
        page.addAttribute("sheet", new Sheet("/standards/" + id + "/preview", true, true, Map.of()));
        return "assessment/preview";
    }

    /** A draft may name scales it does not have, and then nobody can say how a theme is rated. */
    private static List<String> unrateable(Standard standard) {
        return standard.themes().stream()
                .filter(theme -> standard.scaleOrNull(theme) == null)
                .map(theme -> "Le thème « " + theme.titleFr() + " » se cote sur l’échelle « " + theme.scale()
                        + " », que le brouillon n’a pas.")
                .toList();
    }

    private static boolean isSomebody(TeamScope team) {
        return team.organisation() || !team.channels().isEmpty();
    }

    private static Map<CriterionSheet, List<AnswerLine>> lines(ThemeSheet theme) {
        Map<CriterionSheet, List<AnswerLine>> lines = new LinkedHashMap<>();
        theme.criteria()
                .forEach(criterion -> lines.put(
                        criterion,
                        criterion.ratings().stream()
                                .map(row -> AnswerLine.of(criterion, row))
                                .toList()));
        return lines;
    }

    private static @Nullable ThemeSheet shown(List<ThemeSheet> themes, String code) {
        return themes.stream()
                .filter(one -> one.theme().code().equals(code))
                .findFirst()
                .orElse(themes.isEmpty() ? null : themes.get(0));
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
