package org.capaccueil.label.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.capaccueil.audit.Audits;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.report.LabelReport.FindingKind;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.jspecify.annotations.Nullable;

/** The report's section of findings: those that stand, then those that were withdrawn. */
final class FindingSection {

    private FindingSection() {}

    static List<LabelReport.Finding> of(
            TeamResult result,
            List<Audits.Finding> standing,
            List<Audits.Finding> withdrawn,
            Optional<Audits.Summary> audited) {
        LocalDate replied =
                audited.map(Audits.Summary::repliedAt).map(PublicTime::dayOf).orElse(null);
        return Stream.concat(
                        standing.stream()
                                .map(one -> finding(
                                        one, FindingKind.valueOf(one.kind().name()), replied, result.standard())),
                        withdrawn.stream().map(one -> finding(one, FindingKind.WITHDRAWN, replied, result.standard())))
                .toList();
    }

    private static LabelReport.Finding finding(
            Audits.Finding finding, FindingKind kind, @Nullable LocalDate replied, Standard standard) {
        return new LabelReport.Finding(
                number(finding),
                kind,
                finding.criterion(),
                standard.criterion(finding.criterion()).map(Criterion::titleFr).orElse(""),
                finding.place(),
                finding.text(),
                finding.basis(),
                finding.reply(),
                finding.reply() == null ? null : replied,
                finding.treatment());
    }

    static String number(Audits.Finding finding) {
        return "n° " + finding.number();
    }
}
