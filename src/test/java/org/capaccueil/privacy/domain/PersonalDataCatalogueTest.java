package org.capaccueil.privacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.capaccueil.support.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database's own catalogue says of people, against what is told to them and what may stand beside them. */
@ApplicationTest
class PersonalDataCatalogueTest {

    /** A column that points to people: by its foreign key, or by its name where there is none. */
    private static final String POINTS_TO_PEOPLE =
            """
            select distinct column_name, table_name from (
                select child.relname as table_name, pointing.attname as column_name
                from pg_constraint tied
                join pg_class child on child.oid = tied.conrelid
                join pg_attribute pointing on pointing.attrelid = tied.conrelid and pointing.attnum = any (tied.conkey)
                where tied.contype = 'f' and tied.confrelid = 'person'::regclass and pointing.attname <> 'commune_id'
                union
                select table_name, column_name from information_schema.columns
                where table_schema = 'public' and data_type = 'uuid'
                  and (column_name like '%\\_by' or column_name in ('actor_id', 'person_id', 'owner_id', 'auditor_id'))
            ) people where table_name not like 'act\\_%'""";

    /** A rating, a figure or a score. */
    private static final List<String> VALUES = List.of(
            "grade", "measured", "part", "numerator", "denominator", "score", "scores", "self_total", "audit_total");

    /** Where the one who typed a value is kept beside it, and why; no page, file or report shows both outside the team. */
    private static final Map<String, String> BESIDE_A_VALUE = Map.of(
            "individual_rating.person_id", "each member changes only their own; deleted before anybody judges the team",
            "self_rating.rated_by", "who took part in a self-assessment may not audit it",
            "measurement.measured_by", "two who type the same figure at once see each other within the team",
            "indicator_value.entered_by", "two who give the same value at once see each other within the team",
            "audit_rating.rated_by", "the auditor answers for the audit in their own name");

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyColumnThatPointsToPeopleIsToldToThem() {
        Set<String> told = Arrays.stream(Held.values())
                .flatMap(held -> held.columns.stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(pointingToPeople()).hasSizeGreaterThan(25).isEqualTo(told);
    }

    @Test
    void noColumnIsToldTwice() {
        List<String> told = Arrays.stream(Held.values())
                .flatMap(held -> held.columns.stream())
                .toList();

        assertThat(told).doesNotHaveDuplicates();
    }

    @Test
    void aPersonStandsBesideAValueOnlyWhereItIsKnownWhy() {
        Set<String> withValue = jdbc
                .sql("select distinct table_name from information_schema.columns where column_name in (:values)")
                .param("values", VALUES)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());

        assertThat(pointingToPeople().stream()
                        .filter(column -> withValue.contains(column.substring(0, column.indexOf('.')))))
                .containsExactlyInAnyOrderElementsOf(BESIDE_A_VALUE.keySet());
    }

    @Test
    void thePageHasAWordForEveryColumnItShows() {
        for (Held held : Held.values()) {
            List<String> columns = jdbc.sql("select * from (" + held.sql + ") held limit 0")
                    .param("person", java.util.UUID.randomUUID())
                    .query(rows -> {
                        List<String> names = new java.util.ArrayList<>();
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            names.add(rows.getMetaData().getColumnLabel(i));
                        }
                        return names;
                    });
            assertThat(HeldWords.headings(columns)).as(held.name()).doesNotContainAnyElementsOf(columns);
            assertThat(HeldWords.title(held)).isNotBlank();
        }
    }

    private Set<String> pointingToPeople() {
        return jdbc
                .sql(POINTS_TO_PEOPLE)
                .query((row, n) -> row.getString("table_name") + "." + row.getString("column_name"))
                .list()
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
