package org.capaccueil.label.report;

import java.util.List;
import java.util.Optional;
import org.capaccueil.label.domain.Enough;
import org.capaccueil.label.domain.LabelVerdict;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.report.LabelReport.LabelTest;
import org.capaccueil.label.report.LabelReport.Rule;

/** The report's section of the label test: every rule with what was found, and what would be enough for the next level. */
final class LabelTestSection {

    private LabelTestSection() {}

    static LabelTest of(TeamResult result) {
        LabelVerdict verdict = result.verdict();
        return verdict == null
                ? new LabelTest(null, List.of(), null, null)
                : of(verdict, result.enough().map(LabelTestSection::enough), result.notChecked());
    }

    static LabelTest of(LabelVerdict verdict, Optional<EnoughForLevel> enough, Optional<String> notChecked) {
        return new LabelTest(
                verdict.level() == null ? null : verdict.level().title(),
                verdict.rules().stream()
                        .map(rule -> new Rule(
                                rule.levelTitle(),
                                rule.title(),
                                rule.required(),
                                rule.found(),
                                rule.passed(),
                                rule.reasons()))
                        .toList(),
                enough.orElse(null),
                notChecked.orElse(null));
    }

    private static EnoughForLevel enough(Enough enough) {
        return new EnoughForLevel(
                enough.level().title(),
                enough.reachable(),
                enough.changes().stream()
                        .map(change -> new EnoughForLevel.Raise(
                                change.question().criterion().code() + " "
                                        + change.question().criterion().titleFr(),
                                change.where(),
                                change.fromText(),
                                change.toText()))
                        .toList(),
                enough.besides().size(),
                enough.assumesGaps());
    }
}
