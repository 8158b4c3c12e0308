package org.capaccueil.label.web;

import java.util.ArrayList;
import java.util.List;
import org.capaccueil.label.domain.CampaignResults;
import org.capaccueil.label.domain.LabelVerdict;
import org.capaccueil.label.domain.Score;
import org.capaccueil.label.domain.ScoreSheet;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.shared.SpreadsheetText;
import org.capaccueil.standard.Theme;
import org.jspecify.annotations.Nullable;

/** A campaign's teams and scores for a spreadsheet as French ones open it: semicolons, decimal commas, UTF-8 with mark. */
final class ScoresCsv {

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
        SpreadsheetText text = new SpreadsheetText().line(head);
        whole.teams().forEach(team -> text.line(row(team, themes, whole)));
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
}
