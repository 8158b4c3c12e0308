package org.capaccueil.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.capaccueil.indicator.domain.Definitions;
import org.capaccueil.indicator.domain.GivenFigures;
import org.capaccueil.indicator.domain.Imports;
import org.capaccueil.indicator.domain.Imports.DryRun;
import org.capaccueil.indicator.domain.Recipe;
import org.capaccueil.indicator.domain.ValueEntry;
import org.capaccueil.indicator.exchange.TableForm;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each broken file is refused with the line and the reason, and leaves every table as it was. */
@ApplicationTest
class BrokenImportsTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisation organisation;

    @Autowired
    Definitions definitions;

    @Autowired
    ValueEntry entry;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    private Actor manager;

    private List<BrokenTable> prepared() {
        Town town = fixtures.town();
        manager = fixtures.actor(town.manager());
        definitions.retire(manager, definitions.coded(town.commune(), "FCR").id(), "Pas suivi ici");
        entry.give(
                manager,
                town.team(),
                "TEL-ANSWER",
                Channel.PHONE,
                Period.lastOver(Frequency.MONTH, PublicTime.dayOf(java.time.Instant.now())),
                0,
                new GivenFigures(BigDecimal.TEN, BigDecimal.TEN, "Relevé", null, null));
        return BrokenTable.all(
                organisation.team(town.team()).code(),
                organisation.team(fixtures.town().team()).name());
    }

    @TestFactory
    Stream<DynamicTest> everyBrokenFileIsRefusedWithItsLineAndReasonAndChangesNothing() {
        return prepared().stream().map(file -> DynamicTest.dynamicTest(file.name(), () -> refused(file)));
    }

    @Test
    void thereAreMoreThanForty() {
        assertThat(BrokenTable.all("A", "B")).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    }

    private void refused(BrokenTable file) {
        Map<String, String> before = database();
        UUID id;
        try {
            id = imports.upload(manager, "relevé", file.content());
        } catch (BusinessRefusal refusal) {
            assertThat(refusal.sentence()).contains(file.says());
            assertThat(file.place()).isEqualTo("Tout le fichier");
            assertThat(database()).isEqualTo(before);
            return;
        }
        readIn(id, file.charset());
        before = database();

        DryRun run = imports.dryRun(manager, id, false);

        assertThat(run.faults()).as("%s", run.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo(file.place());
            assertThat(fault.sentence()).contains(file.says());
        });
        BusinessRefusal refusal =
                catchThrowableOfType(BusinessRefusal.class, () -> imports.confirm(manager, id, false, null));
        assertThat(refusal.sentence()).contains("rien n'est enregistré");
        assertThat(database()).isEqualTo(before);
    }

    private void readIn(UUID id, String charset) {
        if (charset.isEmpty()) {
            return;
        }
        Recipe recipe = imports.dryRun(manager, id, false).file().recipe();
        TableForm form = recipe.form();
        imports.understand(
                manager,
                id,
                new Recipe(
                        recipe.kind(),
                        new TableForm(
                                form.workbook(),
                                charset,
                                form.delimiter(),
                                form.decimal(),
                                form.dates(),
                                form.headerLine()),
                        recipe.columns(),
                        null,
                        null,
                        null,
                        false));
    }

    /** Otherwise the comparison above would say nothing. */
    @Test
    void aSoundFileDoesChangeTheTables() {
        prepared();
        Town town = fixtures.town();
        Actor other = fixtures.actor(town.manager());
        definitions.of(town.commune());
        UUID id = imports.upload(
                other,
                "relevé.csv",
                ("Équipe;Canal;Période;" + BrokenTable.PART + ";" + BrokenTable.BASE + "\n"
                                + organisation.team(town.team()).code() + ";Téléphone;" + BrokenTable.MONTH + ";1;2\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Map<String, String> before = database();
        assertThat(imports.dryRun(other, id, false).isSound()).isTrue();
        assertThat(database()).as("the dry run").isEqualTo(before);

        imports.confirm(other, id, false, null);

        assertThat(database()).isNotEqualTo(before);
        assertThatThrownBy(() -> imports.confirm(manager, id, false, null))
                .isInstanceOf(org.capaccueil.shared.NotFound.class);
    }

    private Map<String, String> database() {
        Map<String, String> sums = new TreeMap<>();
        jdbc.sql(
                        """
                select tablename from pg_tables where schemaname = 'public'
                and tablename not in ('act_ge_property', 'flyway_schema_history')""")
                .query(String.class)
                .list()
                .forEach(table -> sums.put(
                        table,
                        jdbc.sql(
                                        "select count(*) || ' ' || coalesce(sum(hashtextextended(row::text, 0)::numeric), 0) from \""
                                                + table + "\" row")
                                .query(String.class)
                                .single()));
        return sums;
    }
}
