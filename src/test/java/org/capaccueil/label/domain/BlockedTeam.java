package org.capaccueil.label.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capaccueil.label.domain.Nonconformity.Answer;
import org.capaccueil.label.process.DmnLabelTable;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Survey;

/** A team that lacks something of nearly every kind, judged by the label test itself, for reports to print. */
public final class BlockedTeam {

    private BlockedTeam() {}

    public static Standard standard() {
        Standard small = SmallStandard.standard();
        return new Standard(
                small.code(),
                small.version(),
                small.kind(),
                small.titleFr(),
                small.titleEn(),
                small.source(),
                small.disclaimer(),
                small.origin(),
                small.scales(),
                small.themes(),
                small.labelRules(),
                small.indicators(),
                new Survey("ENQ", "Enquête", true, 3, List.of()));
    }

    public static LabelVerdict verdict() {
        ScoreSheet sheet = ScoreSheetTest.sheet("2", "1", "2", "1", "3", "-");
        List<Nonconformity> found = Stream.concat(
                        Stream.of(new Nonconformity(25, true, "B1", Place.COUNTER, true, Answer.PLANNED, null)),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(number -> new Nonconformity(
                                        number, false, "A1", Place.PHONE, true, Answer.ABANDONED, null)))
                .toList();
        return LabelTest.on(
                standard(),
                new LabelFacts(
                        sheet,
                        found,
                        List.of(),
                        new IndicatorCoverage(16, 9, List.of("TEL Décroché (Téléphone)")),
                        false,
                        new Points(Map.of())),
                new DmnLabelTable());
    }
}
