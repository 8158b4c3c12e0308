package org.capaccueil.mystery.domain;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.capaccueil.shared.CommuneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grid and the scenarios the product is shipped with: every commune begins with them. */
@Component
class Starter {

    private final Grids grids;
    private final Scenarios scenarios;
    private final JdbcClient jdbc;
    private final Clock clock;

    Starter(Grids grids, Scenarios scenarios, JdbcClient jdbc, Clock clock) {
        this.grids = grids;
        this.scenarios = scenarios;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Shipped(List<GridItem> items, List<ScenarioText> scenarios) {}

    /** Gives the commune what it has not; two who ask at once wait for each other. */
    void give(CommuneId commune) {
        if (isGiven(commune)) {
            return;
        }
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
                .param("mystery_grid of " + commune)
                .query(Integer.class)
                .single();
        if (isGiven(commune)) {
            return;
        }
        Shipped shipped = shipped();
        Grid grid = grids.saveAndFlush(new Grid(commune, 1, new GridText(shipped.items())));
        grid.publish(clock.instant());
        shipped.scenarios().forEach(text -> {
            Scenario scenario = new Scenario(commune, text);
            scenario.use();
            scenarios.save(scenario);
        });
        grids.flush();
    }

    private boolean isGiven(CommuneId commune) {
        return jdbc.sql("select exists (select from mystery_grid where commune_id = ?)")
                .param(commune.value())
                .query(Boolean.class)
                .single();
    }

    static Shipped shipped() {
        try (InputStream file = Starter.class.getResourceAsStream("/mystery/starter.json")) {
            return JsonMapper.builder().build().readValue(file, Shipped.class);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
