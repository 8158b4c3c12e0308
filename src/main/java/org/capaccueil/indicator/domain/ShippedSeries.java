package org.capaccueil.indicator.domain;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.indicator.Formula;
import org.capaccueil.indicator.Formula.Kind;
import org.capaccueil.indicator.Formula.Quantity;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Standards;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The series every commune has: the indicators of the starter standard, whose words « a / b » name the two quantities.
 * They are given to a commune when it is first asked about its figures, and are the commune's to change from then on.
 */
@Component
class ShippedSeries {

    static final String STANDARD = "AMQ-START";

    /** Those that count what is there, and not what happens. */
    private static final Set<String> STATES = Set.of("TRAIN", "RGAA", "HOURS");

    /** What stands in a formula behind the quantities themselves. */
    private static final String NOT_A_NAME = " × 10.*$";

    private final Standards standards;
    private final AllSeries series;
    private final Editions editions;
    private final JdbcClient jdbc;
    private final Clock clock;

    ShippedSeries(Standards standards, AllSeries series, Editions editions, JdbcClient jdbc, Clock clock) {
        this.standards = standards;
        this.series = series;
        this.editions = editions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Gives the commune those it has not; two who ask at once wait for each other. */
    void give(CommuneId commune) {
        List<Indicator> all = standards
                .shipped(STANDARD)
                .map(version -> standards.content(version.id()).indicators())
                .orElseThrow(() -> new IllegalStateException("the starter standard is not there yet"));
        if (codes(commune).containsAll(all.stream().map(Indicator::code).toList())) {
            return;
        }
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
                .param("indicator_series of " + commune)
                .query(Integer.class)
                .single();
        Set<String> known = codes(commune);
        for (Indicator indicator : all) {
            if (!known.contains(indicator.code())) {
                SeriesDraft draft = draft(indicator);
                IndicatorSeries one = series.save(new IndicatorSeries(commune, draft, true));
                series.flush();
                editions.save(new IndicatorEdition(one.id(), 1, draft, clock.instant()));
            }
        }
        editions.flush();
    }

    private Set<String> codes(CommuneId commune) {
        return jdbc
                .sql("select code from indicator_series where commune_id = ?")
                .param(commune.value())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    static SeriesDraft draft(Indicator indicator) {
        return new SeriesDraft(
                indicator.code(),
                indicator.titleFr(),
                formula(indicator),
                indicator.unit(),
                indicator.direction(),
                indicator.target(),
                indicator.alert(),
                Frequency.MONTH,
                STATES.contains(indicator.code()) ? Gathering.LATEST : Gathering.SUM,
                indicator.channels(),
                indicator.minSample(),
                indicator.sourceFr(),
                indicator.targetProvenance(),
                Owner.TEAM_LEAD);
    }

    /** The closed form of what a standard says in words. */
    static Formula formula(Indicator indicator) {
        String[] sides = indicator.formula().split(" / ", 2);
        if (sides.length == 2) {
            String base = sides[1].replaceFirst(NOT_A_NAME, "");
            Kind kind = indicator.isShare() ? Kind.SHARE : !base.equals(sides[1]) ? Kind.TEN_POINTS : Kind.MEAN;
            String unit = kind == Kind.SHARE ? "cas" : kind == Kind.TEN_POINTS ? "points" : indicator.unit();
            return new Formula(
                    kind, new Quantity(sides[0], unit), new Quantity(base, kind == Kind.TEN_POINTS ? "points" : "cas"));
        }
        if (indicator.unit().equals("/10")) {
            return new Formula(
                    Kind.MEAN,
                    new Quantity("somme des points : " + sides[0].replaceFirst(", en moyenne$", ""), "points"),
                    new Quantity("avis recueillis", "avis"));
        }
        return new Formula(Kind.COUNT, new Quantity(sides[0], indicator.unit()), null);
    }
}
