package org.capaccueil.label.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.capaccueil.label.domain.CampaignResults;
import org.capaccueil.label.domain.LabelVerdict;
import org.capaccueil.label.domain.Score;
import org.capaccueil.label.domain.ScoreSheet;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/** A campaign's teams and scores for a spreadsheet as French ones open it: semicolons, decimal commas, UTF-8 with mark. */
final class ScoresCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ScoresCsv() {}

    static String of(CampaignResults.Whole whole) {
        List<Theme> themes = whole.teams().isEmpty()
                ? List.of()
                : whole.teams().get(0).standard().themes();
        List<String> head = new ArrayList<>(List.of(
                "Équipe",
                "Phase",
                "État",
                "Échéance",
                "Contacts par an",
                "Ensemble, autoévaluation (sur 100)",
                "Ensemble, audit (sur 100)",
                "Label"));
        themes.forEach(theme -> {
            head.add(theme.code() + " " + theme.titleFr() + ", autoévaluation (sur 100)");
            head.add(theme.code() + " " + theme.titleFr() + ", audit (sur 100)");
        });
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK).append(line(head));
        whole.teams().forEach(team -> text.append(line(row(team, themes, whole))));
        return text.toString();
    }

    private static List<String> row(TeamResult team, List<Theme> themes, CampaignResults.Whole whole) {
        ScoreSheet audit = Dashboard.sheet(team, false);
        LabelVerdict verdict = team.verdict();
        List<String> cells = new ArrayList<>(List.of(
                team.evaluation().teamName(),
                team.evaluation().phase().title(),
                team.evaluation().status().title(),
                team.evaluation().due().toString(),
                String.valueOf(whole.contacts().getOrDefault(team.evaluation().team(), 0)),
                score(team.selfTotal()),
                audit == null ? "" : score(audit.total()),
                verdict == null ? "" : verdict.title()));
        for (Theme theme : themes) {
            cells.add(score(team.self()
                    .theme(theme.code())
                    .map(ScoreSheet.ThemeScore::score)
                    .orElse(null)));
            cells.add(
                    audit == null
                            ? ""
                            : score(audit.theme(theme.code())
                                    .map(ScoreSheet.ThemeScore::score)
                                    .orElse(null)));
        }
        return cells;
    }

    private static String score(@Nullable Score score) {
        return score == null ? "" : score.fineText();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ScoresCsv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** A text that begins like a formula is kept from being one: team names are typed by people. */
    static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return harmless.matches("(?s).*[;\"\\n\\r].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
