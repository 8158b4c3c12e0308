package org.capaccueil.assessment.web;

import java.util.List;
import java.util.Set;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.TeamScope;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A standard as a team will see it when it rates itself, before any team does. Nothing is saved here. */
@Controller
class PreviewPage {

    private final Standards standards;

    PreviewPage(Standards standards) {
        this.standards = standards;
    }

    /** A theme with the questions the chosen team is asked. */
    record Page(Theme theme, List<Asked> questions) {}

    /** A question, shown by the fragments of the sheet. */
    record Asked(Question question) {

        public Criterion criterion() {
            return question.criterion();
        }
    }

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
        StandardVersionView version = standards.version(id);
        if (version.isDraft() && !actor.is(Role.QUALITY_MANAGER)) {
            throw new NotFound();
        }
        Standard standard = standards.content(id);
        TeamScope team = new TeamScope(
                channels.isEmpty()
                        ? Set.of(Channel.values())
                        : Set.copyOf(channels.stream().map(PreviewPage::channel).toList()),
                organisation || !asked);
        List<Page> themes = standard.themes().stream()
                .map(one -> new Page(one, questions(standard, one, team)))
                .filter(one -> !one.questions().isEmpty())
                .toList();
        page.addAttribute("section", "standards");
        page.addAttribute("version", version);
        page.addAttribute("team", team);
        page.addAttribute("allChannels", Channel.values());
        page.addAttribute("themes", themes);
        page.addAttribute("shown", shown(themes, theme));
        page.addAttribute(
                "answers",
                themes.stream()
                        .flatMap(one -> one.questions().stream())
                        .mapToInt(one -> one.question().places().size())
                        .sum());
        page.addAttribute("editor", actor.is(Role.QUALITY_MANAGER));
        return "assessment/preview";
    }

    private static List<Asked> questions(Standard standard, Theme theme, TeamScope team) {
        return standard.questionsFor(team).stream()
                .filter(question -> question.theme().equals(theme))
                .map(Asked::new)
                .toList();
    }

    private static @Nullable Page shown(List<Page> themes, String code) {
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
